import type { EdgeId, NodeId } from '@shared/graph'
import type { Drop } from './gesture'
import type { Spot } from './canvas'

/** What a person can set off on the canvas or in the outline that is not their own business. */
export type CanvasActs = {
  readonly onExpand: (node: NodeId) => void
  readonly onMenu: (spot: Spot, at: { x: number; y: number }) => void
  readonly onDrop: (drop: Drop) => void
  readonly onConnect: (nodes: readonly NodeId[]) => void
  readonly onDelete: (edges: readonly EdgeId[]) => void
}
