import type { Extent, Viewport } from './canvas'

/** Room at the edges for labels, which keep their size on the screen. */
const edgeRoom = 70
const closestFit = 1.3

export type ScreenSize = { readonly width: number; readonly height: number }

/** Shows a part of the picture whole, and not larger than it is pleasant to look at. */
export function viewportFor(
  { x1, y1, x2, y2 }: Extent,
  { width, height }: ScreenSize,
  closest = closestFit,
): Viewport {
  const room = (size: number) => Math.max(size - 2 * edgeRoom, 80)
  const zoom = Math.min(
    room(width) / Math.max(x2 - x1, 1),
    room(height) / Math.max(y2 - y1, 1),
    closest,
  )
  return {
    zoom,
    pan: { x: width / 2 - ((x1 + x2) / 2) * zoom, y: height / 2 - ((y1 + y2) / 2) * zoom },
  }
}
