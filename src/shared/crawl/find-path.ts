import type { Failure } from '../failure'
import { type Graph, type NodeId, refOf } from '../graph'
import type { Completeness, QueryRecord } from './completeness'
import type { CrawlEvent, CrawlPort, CrawlSummary } from './model'
import { createPathKnown } from './path-known'
import type { PathAnswer, PathProgress, PathRequest } from './path-model'
import { advance, createSide, isExhausted, meeting, nextSide, type PathSide } from './path-side'
import type { Seed } from './request'
import { type Crawl, createCrawl } from './run-crawl'

type Options = {
  readonly port: CrawlPort
  readonly request: PathRequest
  /** What is known before: what is answered there is not asked again. */
  readonly graph: Graph
  readonly completeness: Completeness
  readonly isDescribed: (id: NodeId) => boolean
  /** Batches and settled questions, as any crawl tells them. */
  readonly onEvent: (event: CrawlEvent) => void
  readonly onProgress: (progress: PathProgress) => void
  readonly concurrency?: number
  readonly now?: () => Date
}

export type PathSearch = {
  /** Starts, and resolves when the search is over. Rejects only for what is a bug. */
  run(): Promise<PathAnswer>
  /** Ends at once and keeps what came. */
  stop(): void
}

type LevelEnd = 'whole' | 'budget' | 'stopped' | Failure

/** More than a search within its budget of calls can find. */
const anyNodes = 1_000_000

/**
 * Looks for the shortest path from both ends at once: each step asks the cheaper of the two outer
 * levels, so the searches meet in the middle. A level is always asked in full, so that the first
 * meeting is the shortest path and all others as short are known too.
 */
export function createPathSearch(options: Options): PathSearch {
  const { port, isDescribed, onEvent, onProgress } = options
  const request = withEnds(options.request)
  const known = createPathKnown(request, options.graph, options.completeness)
  const forward = createSide(request.from, request.directed ? 'out' : 'both')
  const backward = createSide(request.to, request.directed ? 'in' : 'both')
  const titled = new Set<NodeId>()
  let crawl: Crawl | null = null
  let isStopped = false
  /** Calls of the levels that are over. */
  let calls = 0

  const looked = () => forward.depth + backward.depth
  const facts = () => ({ calls, gaps: known.gaps() })
  const other = (side: PathSide) => (side === forward ? backward : forward)
  const nearOn = (side: PathSide) => (id: NodeId) => known.near(id, side.direction)

  const openOn = ({ level, direction }: PathSide) => known.openAt(level, direction)

  /** Asks what is open at the outer level of a side; all of one level at a time. */
  const ask = async (side: PathSide, ahead: number | null): Promise<LevelEnd> => {
    const seeds = openOn(side)
    if (seeds.length === 0) return 'whole'
    if (isStopped) return 'stopped'
    if (calls >= request.calls) return 'budget'
    let met = ahead
    const records: QueryRecord[] = []
    const report = () =>
      onProgress({
        step: looked() + 1,
        calls: calls + (crawl?.progress().calls ?? 0),
        gaps: known.gaps(records),
        met,
      })
    crawl = createCrawl({
      ...options,
      port,
      request: levelRequest(request, side, seeds, request.calls - calls),
      isDescribed: (id) => titled.has(id) || isDescribed(id),
      onEvent: (event) => {
        onEvent(event)
        if (event.kind === 'settled') {
          records.push(...event.records)
          known.note(event.records)
        }
        if (event.kind === 'batch') {
          const { entities, relations } = event.batch
          for (const { id, status } of entities) if (status !== 'unknown') titled.add(id)
          known.take(relations)
          const touched = relations.flatMap(({ source, target }) => [source, target])
          met = least(met, meeting(side, other(side), touched, nearOn(side)))
        }
        if (event.kind === 'progress') report()
      },
    })
    const summary = await crawl.run()
    calls += summary.calls
    return endOf(summary, records)
  }

  /** Takes one step on one side; the answer, or null where the search goes on. */
  const step = async (side: PathSide): Promise<PathAnswer | null> => {
    const before = looked()
    const ahead = meeting(side, other(side), side.level, nearOn(side))
    // Nothing is shorter than one step, so it needs no call.
    const end = ahead === 1 ? 'whole' : await ask(side, ahead)
    side.hasGaps = known.keepGaps(side.level, side.direction) || side.hasGaps
    const met = advance(side, other(side), nearOn(side))
    if (met !== null) {
      const isWhole = met === 1 || (end === 'whole' && !forward.hasGaps && !backward.hasGaps)
      return { kind: 'found', steps: met, isWhole, ...facts() }
    }
    if (end === 'whole') return null
    return typeof end === 'string'
      ? { kind: end, steps: before, ...facts() }
      : { kind: 'failed', steps: before, failure: end, ...facts() }
  }

  return {
    run: async () => {
      if (request.from === request.to) return { kind: 'found', steps: 0, isWhole: true, ...facts() }
      while (looked() < request.steps) {
        const side = nextSide(forward, backward, (one) => openOn(one).length)
        if (side === null) break
        const answer = await step(side)
        if (answer !== null) return answer
      }
      const isAllSeen = isExhausted(forward) || isExhausted(backward)
      return { kind: 'none', steps: request.steps, isExhausted: isAllSeen, ...facts() }
    },
    stop: () => {
      isStopped = true
      crawl?.stop()
    },
  }
}

/** The ends may always be reached, whatever types were asked for. */
const withEnds = (request: PathRequest): PathRequest => ({
  ...request,
  relations: [...new Set(request.relations)],
  types: [...new Set([...request.types, refOf(request.from).type, refOf(request.to).type])],
})

const levelRequest = (
  { relations, types }: PathRequest,
  { direction }: PathSide,
  seeds: readonly Seed[],
  calls: number,
) => ({
  starts: [...new Set(seeds.map(({ query }) => query.node))],
  relations: [...relations],
  types: [...types],
  direction,
  depth: 1,
  budget: { nodes: anyNodes, calls },
  seeds: [...seeds],
})

/** Questions that were given up make a level less than whole; those that failed are gaps in it. */
function endOf(summary: CrawlSummary, records: readonly QueryRecord[]): LevelEnd {
  if (summary.failure !== undefined) return summary.failure
  if (summary.state === 'stopped') return 'stopped'
  return records.some(({ why }) => why === 'calls-budget') ? 'budget' : 'whole'
}

const least = (one: number | null, other: number | null): number | null =>
  one === null || (other !== null && other < one) ? other : one
