import type { Completeness } from './completeness'
import { type CrawlRequest, queriesAt, queryKey, withoutDoubles } from './request'
import { describeLimit } from './titles'

export type Estimate = {
  /** Calls of the first step, exact but for further pages of long answers. */
  readonly firstStep: number
  /** Calls in all, those for titles included; never more than the budget. */
  readonly total: number
  /** The budget that will end the crawl, as far as can be told. */
  readonly capped: 'calls' | 'nodes' | null
}

/** New nodes a node leads to, where nothing is known yet. */
const usualNewNeighbours = 4

/** What the graph tells of what a crawl will find. */
export type Expected = {
  readonly meanNewNeighbours?: number | undefined
  /** Neighbours of the starts that are known already. */
  readonly knownNeighbours?: number
}

/** What a crawl will cost, before it starts. Deeper steps rest on the mean number of new nodes. */
export function estimateCalls(
  request: CrawlRequest,
  { meanNewNeighbours = usualNewNeighbours, knownNeighbours = 0 }: Expected = {},
): Estimate {
  const { starts, depth, budget, ...what } = withoutDoubles(request)
  const perNode = queriesAt('content:1', what).length
  const mean = Number.isFinite(meanNewNeighbours) ? Math.max(0, meanNewNeighbours) : 0
  let level = starts.length
  let nodes = level
  let finds = 0
  let isNodesCapped = false
  for (let step = 0; step < depth; step += 1) {
    finds += level * perNode
    const known = step === 0 ? knownNeighbours : 0
    const wanted = Math.max(known, Math.ceil(level * mean))
    const room = Math.max(0, budget.nodes - nodes)
    isNodesCapped ||= wanted > room
    level = Math.min(wanted, room)
    nodes += level
  }
  const wanted = finds + Math.ceil(nodes / describeLimit)
  return {
    firstStep: Math.min(budget.calls, starts.length * perNode),
    total: Math.min(budget.calls, wanted),
    capped: wanted > budget.calls ? 'calls' : isNodesCapped ? 'nodes' : null,
  }
}

/** Questions of the first step that were not put before. */
export function questionsLeft(request: CrawlRequest, known: Completeness): number {
  const { starts, ...what } = withoutDoubles(request)
  return starts.reduce((sum, node) => {
    const asked = known.get(node)
    const left = queriesAt(node, what).filter((query) => asked?.has(queryKey(query)) !== true)
    return sum + left.length
  }, 0)
}

/** ms that a find takes where none was made yet. */
const usualMs = 400

/** What is known of a call on the wire. */
type Call = { readonly url: string; readonly status: number | null; readonly ms: number }

/** About how long so many finds take, by those that were made last. */
export function secondsOfFinds(
  finds: number,
  { concurrency }: { readonly concurrency: number },
  calls: readonly Call[],
): { readonly seconds: number; readonly isMeasured: boolean } {
  const last = calls
    .filter(({ url, status }) => status === 200 && url.includes('/relation/'))
    .slice(-20)
  const ms = last.reduce((sum, call) => sum + call.ms, 0) / last.length
  const pace = last.length === 0 ? usualMs : ms
  return {
    seconds: Math.ceil((finds * pace) / 1_000 / Math.max(1, concurrency)),
    isMeasured: last.length > 0,
  }
}
