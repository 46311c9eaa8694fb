import type { Entity, EntityType, NodeId } from '../../../../../../src/shared/graph'
import { relationOf } from '../../../../../../src/shared/graph'
import { createRows, type Rows } from '../../../../../../src/features/canvas/vast/rows'
import { toScene } from '../../../../../../src/features/canvas/vast/to-scene'
import {
  createLooks,
  emptyPicture,
  type Picture,
  rulesOf,
} from '../../../../../../src/features/picture'

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

const looks = createLooks('light', new Map([['link', { colour: '#123456', line: 'solid' }]]))

/** What is drawn where so much is said of a graph. */
export const sceneOf = (rows: Rows, said: Partial<Picture> = {}) =>
  toScene(rows, rulesOf({ ...emptyPicture, ...said }), looks)
