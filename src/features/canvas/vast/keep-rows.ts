import { type Delta, endsOf, type Graph, type NodeId } from '@shared/graph'
import { placeDelta, placeGone, type Point } from '../../layout'
import type { Picture } from '../../picture'
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

/** What is drawn without being in the graph: what is promised, and what is gone. */
export function putExtras(drawing: Drawing, next: Picture): void {
  const old = drawing.picture()
  if (next.ghosts !== old.ghosts) putGhosts(drawing, old.ghosts, next.ghosts)
  if (next.compared !== old.compared) putGone(drawing, old.compared, next.compared)
}

function putGhosts({ rows }: Drawing, old: Picture['ghosts'], next: Picture['ghosts']): void {
  const ids = new Set(next.map(({ id }) => id))
  for (const { id } of old) if (!ids.has(id)) rows.removeGhost(id)
  for (const ghost of next) rows.addGhost(ghost)
}

function putGone({ rows }: Drawing, old: Picture['compared'], next: Picture['compared']): void {
  for (const { id } of old?.goneNodes ?? []) rows.removeGhostNode(id)
  for (const { id } of old?.goneEdges ?? []) rows.removeGhost(id)
  if (next === null) return
  for (const [entity, point] of placeGone(next, rows.places)) rows.addGhostNode(entity, point)
  for (const relation of next.goneEdges) rows.addGhost(relation)
}
