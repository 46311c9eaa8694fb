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
import {
  emptyGraph,
  type Entity,
  type Graph,
  type GraphFile,
  merge,
  refOf,
  toGraphFile,
} from '@shared/graph'
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
  const { entities: starts, lost } = await startsAt(connected, wanted.starts, io)
  const first = merge(emptyGraph, { entities: [...starts], relations: [] }).graph
  const { waitMs, ...follow } = wanted
  const request = { ...follow, starts: starts.map(({ id }) => id) }
  const { graph, summary, asked } = await walk(connected, { request, waitMs }, first, io)
  const file = toGraphFile(graph, {
    version,
    site: connected.site,
    exportedAt: new Date().toISOString(),
    calls: summary.calls,
    ...asked,
  })
  const code = codeOf[summary.state]
  // What a lost start would have led to is lacking.
  return { file, code: lost > 0 && code === exitCodes.complete ? exitCodes.partial : code, summary }
}

/**
 * Walks outward from nodes that are known, and puts what comes to them; `asked` is what a file says
 * of the questions.
 */
export async function walk(
  { client, concurrency }: Connected,
  { request, waitMs }: { readonly request: CrawlRequest; readonly waitMs: number },
  first: Graph,
  io: Io,
) {
  let graph = first
  let known: Completeness = nothingAsked
  const line = createProgressLine(io)
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
  const now = Date.now()
  const asked = {
    ...askedInFile(known, now),
    stateOf: (node: Entity) => shownState(known, node, now),
  }
  return { graph, summary, asked }
}

/** The platform's own timer. */
const waitFor: MayHold['wait'] = (ms, signal) =>
  sleep(ms, undefined, { signal: signal as AbortSignal })

export const codeOf: Record<CrawlSummary['state'], ExitCode> = {
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
