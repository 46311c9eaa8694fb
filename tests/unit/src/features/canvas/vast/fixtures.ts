import type { Entity, EntityType, NodeId } from '../../../../../../src/shared/graph'
import { relationOf } from '../../../../../../src/shared/graph'
import { createRows } from '../../../../../../src/features/canvas/vast/rows'
import { nothingSaid, type Shown } from '../../../../../../src/features/canvas/vast/shown'

export const entity = (id: NodeId, more: Partial<Entity> = {}): Entity => ({
  id,
  type: id.slice(0, id.indexOf(':')) as EntityType,
  key: id.slice(id.indexOf(':') + 1),
  title: `Title of ${id}`,
  status: 'current',
  ...more,
})

/** Nodes a hundred px from each other on a line, and relations between them. */
export function rowsOf(nodes: readonly NodeId[], lines: readonly [string, NodeId, NodeId][]) {
  const rows = createRows()
  nodes.forEach((id, at) => rows.putNode(entity(id), { x: at * 100, y: 0 }))
  for (const [name, source, target] of lines) rows.addEdge(relationOf(name, source, target))
  return rows
}

export const plain: Shown = {
  look: { theme: 'light', looks: new Map([['link', { colour: '#123456', line: 'solid' }]]) },
  ...nothingSaid,
}
