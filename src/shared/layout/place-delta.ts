import type { Delta, Graph, NodeId } from '../graph'
import { type Newcomer, placeNewNodes, type Point } from './place-new-nodes'
import { settleNewNodes } from './settle-new-nodes'

/** Where each new node stands: where it is known to, else beside what it is related to. */
export function placeDelta(
  delta: Delta,
  graph: Graph,
  standing: ReadonlyMap<NodeId, Point>,
  known: ReadonlyMap<NodeId, Point>,
): ReadonlyMap<NodeId, Point> {
  const kept = new Map<NodeId, Point>()
  for (const { id } of delta.added.nodes) {
    const spot = standing.get(id) ?? known.get(id)
    if (spot !== undefined) kept.set(id, spot)
  }
  const newcomers: Newcomer[] = delta.added.nodes
    .filter(({ id }) => !kept.has(id))
    .map(({ id }) => ({ id, near: neighboursOf(graph, id) }))
  if (newcomers.length === 0) return kept
  const placed = kept.size === 0 ? standing : new Map([...standing, ...kept])
  const spots = settleNewNodes(placed, placeNewNodes(placed, newcomers), newcomers)
  return new Map([...kept, ...spots])
}

const neighboursOf = (graph: Graph, id: NodeId): NodeId[] =>
  [...(graph.incident.get(id) ?? [])].flatMap((edge) => {
    const relation = graph.edges.get(edge)
    if (relation === undefined) return []
    return relation.source === id ? [relation.target] : [relation.source]
  })
