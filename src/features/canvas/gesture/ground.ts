import type { NodeId } from '@shared/graph'

/** A place on the screen, in px from the corner of the canvas. */
export type Spot = { readonly x: number; readonly y: number }

/** A drawn node as a round body on the screen, px. */
export type Body = Spot & { readonly radius: number }

/** What a gesture needs to know of the picture, whoever draws it. */
export type Ground = {
  /** Null where the node is not drawn, or no longer, or stands for a group: no relation is at one. */
  readonly bodyOf: (id: NodeId) => Body | null
  /** All nodes that are drawn, but for what stands for a group. */
  readonly bodies: () => Iterable<readonly [NodeId, Body]>
  readonly panBy: (by: Spot) => void
  /** Marks the node that a drop would mean. */
  readonly aim: (id: NodeId | null) => void
  /** Whether something else holds the pointer. */
  readonly isBusy: () => boolean
  /** Nothing is under the pointer before it moves again. */
  readonly calm: () => void
  /** The pointer came over a node. Returns how to stop listening. */
  readonly onOver: (listener: (id: NodeId) => void) => () => void
  readonly onFrame: (listener: () => void) => () => void
}
