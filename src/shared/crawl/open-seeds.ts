import type { Graph, NodeId } from '../graph'
import { type Completeness, isMendable } from './completeness'
import { type CrawlRequest, queriesAt, queryKey, type Seed } from './request'

/**
 * The questions that a crawl which was broken off still had to ask: it is walked again over what
 * is known, from its starts outward, without a call. Answered questions are not among them.
 */
export function openSeeds(request: CrawlRequest, graph: Graph, completeness: Completeness): Seed[] {
  const far = new Map<NodeId, number>(request.starts.map((id) => [id, 0]))
  const names = new Set(request.relations)
  const seeds: Seed[] = []
  const asked = (node: NodeId, key: string) => completeness.get(node)?.get(key)
  // A map goes on over what is added to it while it is walked: nearest first.
  for (const [node, steps] of far) {
    if (steps >= request.depth) continue
    const left = request.depth - 1 - steps
    for (const query of queriesAt(node, request)) {
      const record = asked(node, queryKey(query))
      if (record === undefined) seeds.push({ query, from: 0, before: 0, left })
      else if (isMendable(record)) {
        seeds.push({ query, from: record.from, before: record.before, left })
      }
    }
    for (const id of graph.incident.get(node) ?? []) {
      const edge = graph.edges.get(id)
      if (edge === undefined || !names.has(edge.relation)) continue
      const [other, way] =
        edge.source === node ? ([edge.target, 'out'] as const) : ([edge.source, 'in'] as const)
      const isFollowed = request.direction === 'both' || request.direction === way
      if (isFollowed && !far.has(other)) far.set(other, steps + 1)
    }
  }
  return withSeedsOf(request, seeds, completeness)
}

/** A crawl that itself went on from open questions keeps to those and to what lies behind them. */
function withSeedsOf(request: CrawlRequest, found: Seed[], completeness: Completeness): Seed[] {
  if (request.seeds === undefined) return found
  const open = request.seeds.filter(({ query }) => {
    const record = completeness.get(query.node)?.get(queryKey(query))
    return record === undefined || isMendable(record)
  })
  const keys = new Set(open.map(({ query }) => queryKey(query)))
  return [...open, ...found.filter(({ query }) => !keys.has(queryKey(query)))]
}
