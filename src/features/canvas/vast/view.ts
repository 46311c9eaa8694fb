import type { Extent, Viewport } from '../canvas'

/** A viewport and the size of what it is seen in, CSS px; `ratio` is device px for one of them. */
export type View = Viewport & {
  readonly width: number
  readonly height: number
  readonly ratio: number
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
  width: view.width + 2 * margin,
  height: view.height + 2 * margin,
})
