import { DirectedGraph } from 'graphology'
import pagerank from 'graphology-metrics/centrality/pagerank'
import type { NodeId } from '../graph'
import type { InsightInput } from './model'
import { type Net, toNet } from './net'

/** What says little of who reads what: every page is in the tree, and people are named in passing. */
const slight: ReadonlySet<string> = new Set(['child-of', 'lists-children-of', 'mentions'])
const slightWeight = 0.1

/**
 * How important each node is, from 0 to 1: as often as one would come there who follows relations
 * from node to node and now and then begins anew (PageRank). The root is taken, for a few of a wiki
 * have nearly all of it.
 */
export function importanceOf(input: InsightInput): Map<NodeId, number> {
  const net = toNet(input)
  if (net.ids.length === 0) return new Map()
  const ranks = pagerank(directed(net), {
    getEdgeWeight: 'weight',
    maxIterations: 500,
    // It is looked at as so much for each node, and all ranks together are 1.
    tolerance: 1e-5 / net.ids.length,
  })
  const most = Object.values(ranks).reduce((best, rank) => Math.max(best, rank), Number.MIN_VALUE)
  return new Map(net.ids.map((id, at) => [id, Math.sqrt((ranks[String(at)] ?? 0) / most)]))
}

function directed({ ids, edges }: Net): DirectedGraph {
  const graph = new DirectedGraph()
  ids.forEach((_, at) => graph.addNode(at))
  for (const { source, target, name } of edges) {
    if (source === target) continue
    const more = slight.has(name) ? slightWeight : 1
    graph.updateEdge(source, target, ({ weight = 0 }: { weight?: number }) => ({
      weight: weight + more,
    }))
  }
  return graph
}
