import type { Extent, Viewport } from '../canvas'
import { viewportFor } from '../fit'
import type { View } from './view'

/** Px at the edges of the screen that stay free, and more of them below, where labels are. */
const least = 8
const below = 40

/** The view that shows a part of the picture, or null where it is seen already. */
export function revealed({ x1, y1, x2, y2 }: Extent, view: View): Viewport | null {
  const { zoom, pan, width, height } = view
  const [left, right] = [x1 * zoom + pan.x, x2 * zoom + pan.x]
  const [top, bottom] = [y1 * zoom + pan.y, y2 * zoom + pan.y + below]
  const isInside =
    left >= least && top >= least && right <= width - least && bottom <= height - least
  if (isInside) return null
  const fits = right - left <= width - 2 * least && bottom - top <= height - 2 * least
  if (!fits) return viewportFor({ x1, y1, x2, y2 }, view, zoom)
  return {
    zoom,
    pan: { x: width / 2 - ((x1 + x2) / 2) * zoom, y: height / 2 - ((y1 + y2) / 2) * zoom },
  }
}
