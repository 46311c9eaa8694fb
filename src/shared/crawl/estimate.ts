import { type CrawlRequest, queriesAt, withoutDoubles } from './request'
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

/** What a crawl will cost, before it starts. Deeper steps rest on the mean number of new nodes. */
export function estimateCalls(
  request: CrawlRequest,
  { meanNewNeighbours = usualNewNeighbours }: { readonly meanNewNeighbours?: number } = {},
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
    const wanted = Math.ceil(level * mean)
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
