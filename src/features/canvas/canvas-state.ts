import type { Canvas, Rest } from './canvas'

export type CanvasState = {
  /** What draws at the moment, or null where nobody looks. */
  readonly mounted: Canvas | null
  /** A layout is under way. */
  readonly arranging: boolean
  /** What the pointer rests on. */
  readonly rest: Rest | null
}
