import type { ElementDefinition } from 'cytoscape'
import type { Entity, KnowledgeState, Relation } from '@shared/graph'
import { shortTitle } from '../../picture'

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
