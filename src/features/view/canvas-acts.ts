import type { EdgeId, NodeId } from '@shared/graph'
import type { Drop, Spot } from './canvas'

/** What a person can set off on the canvas that is not the canvas's own business. */
export type CanvasActs = {
  onExpand: (node: NodeId) => void
  onMenu: (spot: Spot, at: { x: number; y: number }) => void
  onDrop: (drop: Drop) => void
  onConnect: (node: NodeId) => void
  onDelete: (edge: EdgeId) => void
}
