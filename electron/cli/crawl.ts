import { setTimeout as sleep } from 'node:timers/promises'
import {
  type Completeness,
  askedInFile,
  createCrawl,
  type CrawlPort,
  type CrawlRequest,
  type CrawlSummary,
  type MayHold,
  note,
  nothingAsked,
  shownState,
} from '@shared/crawl'
import { emptyGraph, type Graph, type GraphFile, merge, refOf, toGraphFile } from '@shared/graph'
import type { RemoteClient } from '../services/remote'
import type { Connected } from './connect'
import { type ExitCode, exitCodes, type Io } from './io'
import { createProgressLine } from './progress'
import { startsAt } from './starts'

type Wanted = Omit<CrawlRequest, 'starts' | 'seeds'> & {
  readonly starts: readonly string[]
  /** Longest time in ms that it waits for a site that is gone. */
  readonly waitMs: number
}

/** Crawls as the page does, and gives the graph file with the exit code that says how it ended. */
export async function crawl(
  connected: Connected,
  wanted: Wanted,
  version: string,
  io: Io,
): Promise<{ file: GraphFile; code: ExitCode; summary: CrawlSummary }> {
  const { client, site, concurrency } = connected
  const { entities: starts, lost } = await startsAt(connected, wanted.starts, io)
  let graph: Graph = merge(emptyGraph, { entities: [...starts], relations: [] }).graph
  let known: Completeness = nothingAsked
  const line = createProgressLine(io)
  const { waitMs, ...follow } = wanted
  const request = { ...follow, starts: starts.map(({ id }) => id) }
  const run = createCrawl({
    port: portOn(client),
    request,
    concurrency,
    isDescribed: (id) => (graph.nodes.get(id)?.status ?? 'unknown') !== 'unknown',
    mayHold: { person: false, siteMs: waitMs, wait: waitFor },
    onEvent: (event) => {
      if (event.kind === 'batch') graph = merge(graph, event.batch).graph
      if (event.kind === 'settled') known = note(known, event.records)
      if (event.kind === 'progress') line.show(event.progress)
    },
  })
  const stop = () => run.stop()
  io.signal.addEventListener('abort', stop, { once: true })
  if (io.signal.aborted) stop()
  const summary = await run.run()
  io.signal.removeEventListener('abort', stop)
  line.end()
  const now = new Date()
  const file = toGraphFile(graph, {
    version,
    site,
    exportedAt: now.toISOString(),
    calls: summary.calls,
    ...askedInFile(known, now.getTime()),
    stateOf: (node) => shownState(known, node, now.getTime()),
  })
  const code = codeOf[summary.state]
  // What a lost start would have led to is lacking.
  return { file, code: lost > 0 && code === exitCodes.complete ? exitCodes.partial : code, summary }
}

/** The platform's own timer. */
const waitFor: MayHold['wait'] = (ms, signal) =>
  sleep(ms, undefined, { signal: signal as AbortSignal })

const codeOf: Record<CrawlSummary['state'], ExitCode> = {
  complete: exitCodes.complete,
  partial: exitCodes.partial,
  stopped: exitCodes.interrupted,
  // What came is written, so it is a part.
  failed: exitCodes.partial,
}

/** The crawl's questions, straight on the client. */
const portOn = (client: RemoteClient): CrawlPort => ({
  find: ({ node, relation, direction, type }, start, signal) => {
    const [near, abort] = [refOf(node), abortOf(signal)]
    return direction === 'out'
      ? client.targets({ relation, source: near, targetType: type, start }, abort)
      : client.sources({ relation, target: near, sourceType: type, start }, abort)
  },
  describe: (ids, signal) => client.describe(ids.map(refOf), abortOf(signal)),
})

/** The engine knows no platform; what it hands on is the platform's own signal. */
const abortOf = (signal: Parameters<CrawlPort['find']>[2]) => signal as AbortSignal
