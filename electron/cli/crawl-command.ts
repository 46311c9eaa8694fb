import { type Command, Option } from 'commander'
import { type CrawlSummary, Direction, endsLacking, undescribedWords } from '@shared/crawl'
import { type ConnectOptions, connect } from './connect'
import { crawl } from './crawl'
import { exitCodes } from './io'
import { tell, writeData } from './output'
import type { Run } from './run'
import { entityTypes, listed, oneOf, stepsOutward, wholeNumber } from './values'
import { withConnection } from './shared-options'
import type { EntityType } from '@shared/graph'

type Options = ConnectOptions & {
  readonly start: readonly string[]
  readonly relation: readonly string[]
  readonly direction: Direction
  readonly types: EntityType[]
  readonly depth: number
  readonly maxNodes: number
  readonly maxCalls: number
  /** In seconds. */
  readonly wait: number
  readonly out?: string
}

/** `crawl`: walks outward and writes the graph. */
export function addCrawl(program: Command, run: Run): void {
  const command = program
    .command('crawl')
    .description('Crawl relations outward from one or more starts and write the graph.')
    .requiredOption('--start <ref>', 'where to start; may be repeated', listed)
    .requiredOption('--relation <name>', 'relation to follow; may be repeated', listed)
    .option('--direction <way>', 'out, in or both', oneOf(...Direction.options), 'both')
    .option('--types <list>', 'types to include, separated by commas', entityTypes, ['content'])
    .option('--depth <n>', 'steps outward, or all', stepsOutward, 2)
    .option('--max-nodes <n>', 'stop growing at so many nodes', wholeNumber(1, 1_000_000), 1_000)
    .option('--max-calls <n>', 'stop at so many calls', wholeNumber(1, 1_000_000), 2_000)
    .option(
      '--wait <s>',
      'wait so long for a site that is gone before giving up',
      wholeNumber(0, 86_400),
      60,
    )
    .addOption(
      new Option('--format <format>', 'format of the data').choices(['json']).default('json'),
    )
    .option('--out <file>', 'write to a file instead of standard output')
  withConnection(command).action((options: Options) =>
    run(async (io, { version, asJson }) => {
      const connected = await connect(options, version, io)
      try {
        const { start: starts, relation: relations, direction, types, depth } = options
        const budget = { nodes: options.maxNodes, calls: options.maxCalls }
        const waitMs = options.wait * 1_000
        const wanted = {
          starts,
          relations: [...relations],
          direction,
          types,
          depth,
          budget,
          waitMs,
        }
        const { file, code, summary } = await crawl(connected, wanted, version, io)
        await writeData(file, options.out, io)
        for (const lacking of summary.undescribed) io.err(`${undescribedWords(lacking)}\n`)
        if (summary.failure !== undefined) tell(summary.failure, asJson, io)
        else if (code === exitCodes.partial)
          io.err(`${partWords(summary)}
`)
        return code
      } finally {
        await connected.client.close()
      }
    }),
  )
}

const reasons: Readonly<Record<string, string>> = {
  'calls-budget': 'Partial: stopped at the limit of calls.',
  'nodes-budget': 'Partial: stopped at the limit of nodes.',
  failures: 'Partial: some questions failed; “completeness” in the data says which.',
}

/** Why it is partial; what could not be told is counted whatever the first reason is. */
function partWords({ reason, failures, unidentified }: CrawlSummary): string {
  const lacking = unidentified > 0 ? endsLacking(unidentified) : null
  if (reason === 'unidentified' && lacking !== null) return `Partial: ${lacking}`
  // The titles that failed were told.
  if (reason === 'failures' && failures.length === 0) {
    return lacking === null ? 'Partial: some titles are lacking.' : `Partial: ${lacking}`
  }
  const why = reasons[reason ?? ''] ?? 'Partial: not every start led somewhere.'
  return lacking === null ? why : `${why}\n${lacking}`
}
