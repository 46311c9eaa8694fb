import type { ElementDefinition } from 'cytoscape'
import type { Entity, KnowledgeState, Relation } from '@shared/graph'

const longest = 56

/** A title that fits under a node on two lines; the whole one is in the details. */
export const shortTitle = (title: string): string =>
  title.length <= longest ? title : `${title.slice(0, longest - 1).trimEnd()}…`

export const nodeData = (entity: Entity) => ({
  id: entity.id,
  type: entity.type,
  subtype: entity.subtype ?? '',
  status: entity.status,
  label: shortTitle(entity.title),
})

export const nodeElement = (
  entity: Entity,
  position: { x: number; y: number },
  state: KnowledgeState = 'not-asked',
): ElementDefinition => ({
  group: 'nodes',
  data: { ...nodeData(entity), state, degree: 0, size: 12, room: 130 },
  position: { ...position },
})

export const edgeElement = (relation: Relation): ElementDefinition => ({
  group: 'edges',
  data: {
    id: relation.id,
    source: relation.source,
    target: relation.target,
    relation: relation.relation,
  },
})
