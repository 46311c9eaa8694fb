import { parseArgs } from 'node:util'
import { quoted } from '@shared/text'

export type LoopbackOptions = {
  /** Only to be told. */
  readonly tell: 'help' | 'version' | null
  readonly port: number
  readonly open: boolean
  readonly dataDir: string | undefined
}

export const help = `Usage: relation-explorer-page [options]

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
  const { values } = parseArgs({
    args: [...args],
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
  const tell = values.help ? 'help' : values.version ? 'version' : null
  return { tell, port, open: !values['no-open'], dataDir: values['data-dir'] }
}
