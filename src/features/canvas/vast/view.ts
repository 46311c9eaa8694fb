import type { Extent, Viewport } from '../canvas'

/** A viewport and the size of what it is seen in, CSS px; `ratio` is device px for one of them. */
export type View = Viewport & {
  readonly width: number
  readonly height: number
  readonly ratio: number
  /** What of it is on the screen, CSS px from its corner, and what lies over it there. */
  readonly seen: Extent
  readonly covers: readonly Extent[]
}

/** The part of the picture that a view shows, model px. */
export const extentOf = ({ zoom, pan, width, height }: View): Extent => ({
  x1: -pan.x / zoom,
  y1: -pan.y / zoom,
  x2: (width - pan.x) / zoom,
  y2: (height - pan.y) / zoom,
})

/** The same with so many px more on each side. */
export const widened = (view: View, margin: number): View => ({
  ...view,
  pan: { x: view.pan.x + margin, y: view.pan.y + margin },
  seen: shifted(view.seen, margin),
  covers: view.covers.map((cover) => shifted(cover, margin)),
  width: view.width + 2 * margin,
  height: view.height + 2 * margin,
})

const shifted = ({ x1, y1, x2, y2 }: Extent, by: number): Extent => ({
  x1: x1 + by,
  y1: y1 + by,
  x2: x2 + by,
  y2: y2 + by,
})
