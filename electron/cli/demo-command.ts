import { type Command, Option } from 'commander'
import { createDemoSite, traps, trapWords, type Trap } from '../demo-site'
import { exitCodes } from './io'
import type { Run } from './run'
import { wholeNumber } from './values'

type Options = {
  readonly port?: number
  readonly pages?: number
  readonly seed?: number
  readonly trap?: readonly Trap[]
  readonly latency?: number
}

/** `demo-site`: a Confluence simulator, until it is stopped. */
export function addDemoSite(program: Command, run: Run): void {
  program
    .command('demo-site')
    .description('Run the demo site until Ctrl+C; prints its address and credentials as JSON.')
    .option('--port <n>', 'port on 127.0.0.1; any free one by default', wholeNumber(0, 65_535))
    .option('--pages <n>', 'pages of the site', wholeNumber(1, 100_000))
    .option('--seed <n>', 'the same seed gives the same site', wholeNumber(0, 4_294_967_295))
    .addOption(new Option('--trap <name...>', 'what a real site may do, see below').choices(traps))
    .option('--latency <ms>', 'wait before each answer', wholeNumber(0, 600_000))
    .addHelpText(
      'after',
      `\nTraps:\n${traps.map((trap) => `  ${trap.padEnd(22)}${trapWords[trap]}`).join('\n')}`,
    )
    .action((options: Options) =>
      run(async (io) => {
        const { trap: trapped = [], latency: latencyMs, ...rest } = options
        const site = await createDemoSite({
          ...rest,
          traps: trapped,
          ...(latencyMs !== undefined && { latencyMs }),
        })
        const { origin, email, token, renewedToken, cloudId, oauthClient } = site
        const relations = site.relationNames
        const credentials = { email, token, renewedToken, cloudId, oauthClient }
        io.out(`${JSON.stringify({ origin, ...credentials, relations })}\n`)
        await new Promise<void>((resolve) => {
          if (io.signal.aborted) resolve()
          else io.signal.addEventListener('abort', () => resolve(), { once: true })
        })
        await site.close()
        return exitCodes.complete
      }),
    )
}
