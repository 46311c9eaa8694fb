import { parseArgs } from 'node:util'
import { quoted } from '@shared/text'
import { isWorkspaceFile } from '../host'

export type LoopbackOptions = {
  /** Only to be told. */
  readonly tell: 'help' | 'version' | null
  readonly port: number
  readonly open: boolean
  readonly dataDir: string | undefined
  /** Workspaces to open, as they were named. */
  readonly files: readonly string[]
}

export const help = `Usage: relation-explorer-page [options] [workspace.relx…]

Serve the page of Relation Explorer to a browser on this machine, until Ctrl+C.

Options:
  --port <n>           port on 127.0.0.1; any free one by default
  --no-open            only print the address, open no browser
  --data-dir <folder>  where connections and workspaces are kept
  --version            print the version
  -h, --help           print this
`

/** Reads the command line; throws an `Error` with a sentence where it is wrong. */
export function readOptions(args: readonly string[]): LoopbackOptions {
  const { values, positionals: files } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      port: { type: 'string', default: '0' },
      'no-open': { type: 'boolean', default: false },
      'data-dir': { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
      version: { type: 'boolean', default: false },
    },
  })
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`--port takes a number from 0 to 65535, not ${quoted(values.port)}.`)
  }
  const odd = files.find((file) => !isWorkspaceFile(file))
  if (odd !== undefined) throw new Error(`${quoted(odd)} is no workspace (.relx).`)
  const tell = values.help ? 'help' : values.version ? 'version' : null
  return { tell, port, open: !values['no-open'], dataDir: values['data-dir'], files }
}
