import { type Delta, endsOf, type Graph, type NodeId, type Relation } from '@shared/graph'
import { placeDelta, type Point } from '../../layout'
import type { Difference } from '../../view'
import type { Drawing } from './drawing'

/** Takes up what changed in the graph. */
export function applyDelta(
  { rows }: Drawing,
  delta: Delta,
  graph: Graph,
  known: ReadonlyMap<NodeId, Point>,
): void {
  for (const id of delta.removed.edges) rows.removeEdge(id)
  for (const id of delta.removed.nodes) rows.removeNode(id)
  const spots = placeDelta(delta, graph, rows.places, known)
  for (const node of delta.added.nodes) rows.putNode(node, spots.get(node.id) ?? { x: 0, y: 0 })
  for (const node of delta.changed.nodes) rows.putNode(node, { x: 0, y: 0 })
  for (const relation of delta.added.edges) rows.addEdge(relation)
  const ends = new Set([
    ...delta.added.edges.flatMap(({ source, target }) => [source, target]),
    ...delta.removed.edges.flatMap((id) => endsOf(id)),
  ])
  for (const id of ends) {
    const row = rows.rowOf(id)
    if (row !== null) row.degree = graph.incident.get(id)?.size ?? 0
  }
}

/** Relations that are promised are drawn among the others until they are there, or are not. */
export function putGhosts({ rows, shown }: Drawing, wanted: readonly Relation[]): void {
  const ids = new Set(wanted.map(({ id }) => id))
  for (const { id } of shown().marks.ghosts) if (!ids.has(id)) rows.removeGhost(id)
  for (const ghost of wanted) rows.addGhost(ghost)
}

const beside = 90
const golden = 2.4

/** What is gone is drawn again, beside something it was related to. */
export function putGone({ rows, shown }: Drawing, difference: Difference | null): void {
  for (const { id } of shown().difference?.goneNodes ?? []) rows.removeGhostNode(id)
  for (const { id } of shown().difference?.goneEdges ?? []) rows.removeGhost(id)
  if (difference === null) return
  difference.goneNodes.forEach((entity, at) => {
    const near = difference.goneEdges
      .flatMap(({ source, target }) =>
        source === entity.id ? [target] : target === entity.id ? [source] : [],
      )
      .flatMap((id) => rows.rowOf(id) ?? [])[0]
    const { x, y } = near ?? { x: 0, y: 0 }
    const angle = at * golden
    rows.addGhostNode(entity, { x: x + Math.cos(angle) * beside, y: y + Math.sin(angle) * beside })
  })
  for (const relation of difference.goneEdges) rows.addGhost(relation)
}
