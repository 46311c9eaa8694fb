import type { KeyboardEvent } from 'react'
import type { NodeId } from '@shared/graph'
import type { ActedOn } from './acted-on'
import type { Spot } from './canvas'
import type { Drop } from './gesture'

/** What a person can set off on the canvas or in the outline that is not their own business. */
export type CanvasActs = {
  readonly onExpand: (node: NodeId) => void
  /** Opens a menu for what was pointed at, which acts on all of `on`. */
  readonly onMenu: (spot: Spot, on: ActedOn, at: { x: number; y: number }) => void
  readonly onDrop: (drop: Drop) => void
  /** Does the act that a key stands for; false where it stands for none. */
  readonly onKey: (event: KeyboardEvent, on: ActedOn) => boolean
}
