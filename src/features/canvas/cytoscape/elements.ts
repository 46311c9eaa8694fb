import type { EdgeSingular, ElementDefinition, NodeSingular } from 'cytoscape'
import { EdgeId, type Entity, NodeId, type Relation } from '@shared/graph'
import type { Point } from '../../layout'

/** What Cytoscape has to know of a thing to hold it; how it looks is told by `draw-picture.ts`. */
export const nodeElement = ({ id }: Entity, position: Point): ElementDefinition => ({
  group: 'nodes',
  data: { id },
  position: { ...position },
  // It is not drawn before it is known how.
  classes: 'away',
})

export const edgeElement = ({ id, source, target }: Relation): ElementDefinition => ({
  group: 'edges',
  data: { id, source, target },
  classes: 'away',
})

export const nodeIdOf = (node: NodeSingular): NodeId => NodeId.parse(node.id())

export const edgeIdOf = (edge: EdgeSingular): EdgeId => EdgeId.parse(edge.id())
