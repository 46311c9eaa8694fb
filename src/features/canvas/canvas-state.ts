import type { Canvas } from './canvas'

export type CanvasState = {
  /** What draws at the moment, or null where nobody looks. */
  readonly mounted: Canvas | null
  /** A layout is under way. */
  readonly arranging: boolean
}
