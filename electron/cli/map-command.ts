import { agree } from '@shared/text'
import { type Command, Option } from 'commander'
import { explain } from '@shared/failure'
import { emptyGraph, type Graph, merge, remove, toGraphFile } from '@shared/graph'
import { type MapSummary, type PageRelation, pageRelations, soughtWords } from '@shared/map'
import { mapPortOf, mapSpaces } from '../services/map'
import { alsoAsked } from './also-asked'
import { type Connected, type ConnectOptions, connect } from './connect'
import { type ExitCode, exitCodes, type Io } from './io'
import { createMapLine } from './map-progress'
import { tell, writeData } from './output'
import type { Run } from './run'
import { listed, pageRelationList, wholeNumber } from './values'
import { withConnection } from './shared-options'

type Options = ConnectOptions & {
  readonly space: readonly string[]
  readonly with: readonly PageRelation[]
  readonly formerHost: readonly string[]
  readonly maxCalls: number
  readonly checkTitles?: number
  readonly also: readonly string[]
  readonly alsoMaxCalls: number
  readonly out?: string
}

/** `map`: reads whole spaces and writes the graph of what stands in their pages. */
export function addMap(program: Command, run: Run): void {
  const command = program
    .command('map')
    .description('Map whole spaces: read the relations that stand in their pages, in few calls.')
    .requiredOption('--space <key>', 'a space to map; may be repeated', listed)
    .option(
      '--with <list>',
      `relations to read, separated by commas: ${pageRelations.join(', ')}`,
      pageRelationList,
      [...pageRelations],
    )
    .option('--former-host <host>', 'a host that the site had before; may be repeated', listed, [])
    .option('--max-calls <n>', 'stop at so many calls', wholeNumber(1, 1_000_000), 5_000)
    .option(
      '--check-titles <n>',
      'then ask for at most so many titles that no mapped page has, one call each',
      wholeNumber(1, 100_000),
    )
    .option(
      '--also <name>',
      'then ask each page for relations of this name, one call a page and type; may be repeated',
      listed,
      [],
    )
    .option(
      '--also-max-calls <n>',
      'ask for those in so many calls at most',
      wholeNumber(1, 1_000_000),
      2_000,
    )
    .addOption(
      new Option('--format <format>', 'format of the data').choices(['json']).default('json'),
    )
    .option('--out <file>', 'write to a file instead of standard output')
  withConnection(command).action((options: Options) =>
    run(async (io, about) => {
      const connected = await connect(options, about.version, io)
      try {
        return await mapAndWrite(connected, options, about, io)
      } finally {
        await connected.client.close()
      }
    }),
  )
}

async function mapAndWrite(
  connected: Connected,
  options: Options,
  { version, asJson }: { readonly version: string; readonly asJson: boolean },
  io: Io,
): Promise<ExitCode> {
  const { graph, summary } = await mapped(connected, options, io)
  io.err(summaryWords(summary))
  const also = await alsoAsked(connected, options, graph, io)
  const file = toGraphFile(also.graph, {
    version,
    site: connected.site,
    exportedAt: new Date().toISOString(),
    calls: summary.calls + also.calls,
    failures: [],
    unresolved: summary.unresolved,
    ...also.asked,
  })
  await writeData(file, options.out, io)
  const failure = summary.failure ?? also.failure
  if (failure !== undefined) tell(failure, asJson, io)
  const code = codeOf(summary)
  return code === exitCodes.complete ? also.code : code
}

async function mapped(
  { client, site }: Connected,
  options: Options,
  io: Io,
): Promise<{ graph: Graph; summary: MapSummary }> {
  let graph: Graph = emptyGraph
  const line = createMapLine(io)
  const summary = await mapSpaces(
    mapPortOf(client),
    {
      spaces: [...options.space],
      relations: [...options.with],
      home: { site, formerHosts: options.formerHost },
      maxCalls: options.maxCalls,
      titles: options.checkTitles,
    },
    (event) => {
      if (event.kind === 'batch') {
        graph = remove(merge(graph, event.batch).graph, { edges: event.gone }).graph
      } else if (event.kind === 'progress') line.show(event.progress)
    },
    io.signal,
  )
  line.end()
  return { graph, summary }
}

export function codeOf({ state, pages, failure }: MapSummary): ExitCode {
  if (state === 'complete') return exitCodes.complete
  if (state === 'stopped') return exitCodes.interrupted
  // What came is written, so it is a part; nothing at all is a failure.
  return failure !== undefined && pages === 0 ? exitCodes.failed : exitCodes.partial
}

/** What a person wants to know at the end, a line for each thing that is lacking. */
function summaryWords(summary: MapSummary): string {
  const { pages, calls } = summary
  const sought = summary.sought === undefined ? '' : `${soughtWords(summary.sought)}\n`
  return `Mapped ${pages} pages and blog posts in ${calls} calls.\n${sought}${lackingWords(summary)}`
}

/** A line for each thing that is lacking. */
export function lackingWords(summary: MapSummary): string {
  const { unresolved, unread, unusable, notLookedUp } = summary
  const lines = [
    ...summary.unknownSpaces.map((key) => `No space that you can see has the key ${key}.`),
    ...summary.brokenOff.map(
      ({ space, kind, failure }) =>
        `Partial: the ${kind === 'page' ? 'pages' : 'blog posts'} of ${space} are not all read. ${explain(failure).sentence}`,
    ),
    ...counted(
      unread.length,
      'page could be read in part only',
      'pages could be read in part only',
    ),
    ...counted(notLookedUp, 'thing could not be looked up', 'things could not be looked up'),
    ...counted(unusable, 'row of a list could not be read', 'rows of lists could not be read'),
    ...(summary.atLimit ? ['Partial: stopped at the limit of calls.'] : []),
    ...counted(
      unresolved.length,
      'link names nothing that was seen; “unresolved” in the data lists it',
      'links name nothing that was seen; “unresolved” in the data lists them',
    ),
  ]
  return lines.map((line) => `${line}\n`).join('')
}

const counted = (count: number, one: string, many: string): string[] =>
  count === 0 ? [] : [`${count} ${agree(count, one, many)}.`]
