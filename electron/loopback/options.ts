import { parseArgs } from 'node:util'

export type LoopbackOptions = {
  readonly port: number
  readonly open: boolean
  readonly dataDir: string | undefined
}

/** Reads the command line; throws an `Error` with a sentence where it is wrong. */
export function readOptions(args: readonly string[]): LoopbackOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: '0' },
      'no-open': { type: 'boolean', default: false },
      'data-dir': { type: 'string' },
    },
  })
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`--port takes a number from 0 to 65535, not “${values.port}”.`)
  }
  return { port, open: !values['no-open'], dataDir: values['data-dir'] }
}
