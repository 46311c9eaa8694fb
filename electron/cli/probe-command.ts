import { type Command, CommanderError } from 'commander'
import type { EntityRef } from '@shared/graph'
import type { SiteReport } from '@shared/site-check'
import { plannedCalls, type Sandbox } from '../services/remote'
import { type Connected, type ConnectOptions, connect } from './connect'
import { type ExitCode, exitCodes, type Io } from './io'
import { writeData } from './output'
import type { Run } from './run'
import { withConnection } from './shared-options'
import { entityRef } from './values'

type Options = ConnectOptions & {
  readonly start?: string
  readonly write?: readonly EntityRef[]
  readonly price?: true
  readonly out?: string
}

/** `probe`: what a site really answers, held against what this program assumes. */
export function addProbe(program: Command, run: Run): void {
  const command = program
    .command('probe')
    .description('Check what a site really answers, and where it differs from what is assumed.')
    .option('--start <ref>', 'the page to begin at; left out, the one that changed last')
    .option(
      '--write <ends...>',
      'two pages of a sandbox, as TYPE:KEY: a relation is created between them, and deleted again',
      (text: string, before?: readonly EntityRef[]) => [...(before ?? []), entityRef(text)],
    )
    .option('--price', 'only say how many calls it makes at most')
    .option('--out <file>', 'write the report to a file instead of standard output')
  withConnection(command).addHelpText(
    'after',
    '\nIt only reads, unless --write names two pages. The report holds no title, name, id, host or\ntoken: shapes, counts, statuses and times. What is learnt is kept with the connection of --profile.\nExit codes: 0 checked, 1 failed, 2 wrong usage, 130 interrupted.',
  )
  command.action((options: Options) =>
    run(async (io, { version }) => {
      const sandbox = sandboxIn(options.write)
      io.err(`${priceWords(sandbox)}\n`)
      if (options.price === true) return exitCodes.complete
      const connected = await connect(options, version, io)
      try {
        return await probe(connected, sandbox, options, io)
      } finally {
        await connected.client.close()
      }
    }),
  )
}

function sandboxIn(ends: readonly EntityRef[] | undefined): Sandbox | null {
  if (ends === undefined) return null
  const [source, target, ...more] = ends
  if (source !== undefined && target !== undefined && more.length === 0) return { source, target }
  throw new CommanderError(
    exitCodes.usage,
    'usage',
    '--write names two ends: --write content:123 content:456.',
  )
}

const priceWords = (sandbox: Sandbox | null): string => {
  const does = sandbox === null ? 'it only reads' : 'it creates one relation and deletes it again'
  return `This makes at most ${plannedCalls(sandbox)} calls, one after the other; ${does}.`
}

async function probe(
  { client, signIn, remember }: Connected,
  sandbox: Sandbox | null,
  options: Options,
  io: Io,
): Promise<ExitCode> {
  const report = await client.check(
    {
      start: options.start ?? null,
      sandbox,
      signIn,
      onCall: (calls, of) => {
        if (io.isScreen) io.err(`\r\u001b[K${calls} of at most ${of} calls`)
      },
    },
    io.signal,
  )
  if (io.isScreen) io.err('\r\u001b[K')
  for (const line of reportLines(report)) io.err(`${line}\n`)
  await writeData(report, options.out, io)
  if (!report.complete) return io.signal.aborted ? exitCodes.interrupted : exitCodes.partial
  if (await remember(report.learnt)) io.err('What was learnt is kept with the connection.\n')
  return exitCodes.complete
}

/** Where the site differs, one line each; then how many hold, and how many it did not tell. */
function reportLines({ judged, calls, wrote, cleanedUp }: SiteReport): string[] {
  const count = (verdict: (typeof judged)[number]['verdict']) =>
    judged.filter((one) => one.verdict === verdict).length
  const differing = judged.flatMap(({ verdict, assumed, seen }) =>
    verdict === 'differs' ? [`Differs: ${assumed} ${seen}`] : [],
  )
  const left =
    wrote && cleanedUp === false
      ? ['The relation that was created may still be there: its name begins with zz-probe.']
      : []
  return [
    ...differing,
    ...left,
    `${calls} calls. ${count('as-assumed')} as assumed, ${count('differs')} different, ${count('unknown')} unknown.`,
  ]
}
