import type { Extent, Viewport } from './canvas'
import type { Point } from '../layout'
import { freeRooms, type ScreenSize } from './free-room'

/** Room at the edges for labels, which keep their size on the screen. */
export const edgeRoom = { across: 70, down: 50 } as const
const closestFit = 1.3

/**
 * Beside what lies over the picture it is drawn only as long as it does not get smaller than this
 * part of what it would be below it: in a small window there is hardly any room beside it.
 */
const leastBeside = 0.6

/** Between the whole screen and the room beside what covers it, so many are tried. */
const steps = 8
/** Px round the middle of a node that are seen. */
const nodeRoom = 14

/**
 * Shows some nodes, not larger than it is pleasant to look at: as large as they can be without
 * anything over one of them. Corners that no node stands in may be covered.
 */
export function viewportOf(extent: Extent, points: readonly Point[], screen: ScreenSize): Viewport {
  const beside = roomFor(extent, screen, closestFit)
  for (let step = 0; step < steps; step++) {
    const room = between(wholeOf(screen), beside, step / steps)
    const viewport = viewportAt(extent, room, zoomInto(extent, room, closestFit))
    if (!points.some((point) => isCovered(point, viewport, screen))) return viewport
  }
  return viewportAt(extent, beside, zoomInto(extent, beside, closestFit))
}

/** A part of the picture with some points besides. */
export const around = (extent: Extent, points: readonly Point[]): Extent =>
  points.reduce(
    ({ x1, y1, x2, y2 }, { x, y }) => ({
      x1: Math.min(x1, x),
      y1: Math.min(y1, y),
      x2: Math.max(x2, x),
      y2: Math.max(y2, y),
    }),
    extent,
  )

/** Shows a part of the picture whole, beside what lies over it. */
export function viewportFor(extent: Extent, screen: ScreenSize, closest = closestFit): Viewport {
  const room = roomFor(extent, screen, closest)
  return viewportAt(extent, room, zoomInto(extent, room, closest))
}

const wholeOf = ({ width, height }: ScreenSize): Extent => ({ x1: 0, y1: 0, x2: width, y2: height })

const between = (from: Extent, to: Extent, part: number): Extent => ({
  x1: from.x1 + (to.x1 - from.x1) * part,
  y1: from.y1 + (to.y1 - from.y1) * part,
  x2: from.x2 + (to.x2 - from.x2) * part,
  y2: from.y2 + (to.y2 - from.y2) * part,
})

function isCovered({ x, y }: Point, { zoom, pan }: Viewport, { covers = [] }: ScreenSize): boolean {
  const at = { x: x * zoom + pan.x, y: y * zoom + pan.y }
  return covers.some(
    ({ x1, y1, x2, y2 }) =>
      at.x > x1 - nodeRoom && at.x < x2 + nodeRoom && at.y > y1 - nodeRoom && at.y < y2 + nodeRoom,
  )
}

/** Where on the screen it can be largest with nothing over it. */
function roomFor(extent: Extent, screen: ScreenSize, closest: number): Extent {
  const whole = wholeOf(screen)
  let best = whole
  let zoom = zoomInto(extent, whole, closest) * leastBeside
  for (const room of freeRooms(screen)) {
    const next = zoomInto(extent, room, closest)
    if (next > zoom) [best, zoom] = [room, next]
  }
  return best
}

const zoomInto = ({ x1, y1, x2, y2 }: Extent, room: Extent, closest: number): number =>
  Math.min(
    within(room.x2 - room.x1, edgeRoom.across) / Math.max(x2 - x1, 1),
    within(room.y2 - room.y1, edgeRoom.down) / Math.max(y2 - y1, 1),
    closest,
  )

/** What is left of a side for the middles of nodes, px. */
export const within = (size: number, edge: number): number => Math.max(size - 2 * edge, 80)

/** At this zoom, with the middle of the one in the middle of the other. */
const viewportAt = ({ x1, y1, x2, y2 }: Extent, room: Extent, zoom: number): Viewport => ({
  zoom,
  pan: {
    x: (room.x1 + room.x2) / 2 - ((x1 + x2) / 2) * zoom,
    y: (room.y1 + room.y2) / 2 - ((y1 + y2) / 2) * zoom,
  },
})

/** How much nearer one goes at least to what is inside of a shape. */
const nearer = 1.5

/**
 * Shows some points as large as they can be, which is nearer than now. Null without points, and where
 * all of them cannot be seen from nearer by, unless what they are in is to be left: `isInto`.
 */
export function closeUpOf(
  points: readonly Point[],
  now: Viewport,
  screen: ScreenSize,
  isInto: boolean,
): Viewport | null {
  const [first] = points
  if (first === undefined) return null
  const extent = around({ x1: first.x, y1: first.y, x2: first.x, y2: first.y }, points)
  const wanted = viewportOf(extent, points, screen)
  const zoom = now.zoom * nearer
  if (wanted.zoom >= zoom) return wanted
  return isInto ? viewportAt(extent, wholeOf(screen), zoom) : null
}

/** Px at the edges of the screen that stay free, and more of them below, where labels are. */
const least = 8
const below = 40

/** The view that shows a part of the picture, or null where it is seen already. */
export function revealed(
  { x1, y1, x2, y2 }: Extent,
  { zoom, pan }: Viewport,
  screen: ScreenSize,
): Viewport | null {
  const seen: Extent = {
    x1: x1 * zoom + pan.x - least,
    y1: y1 * zoom + pan.y - least,
    x2: x2 * zoom + pan.x + least,
    y2: y2 * zoom + pan.y + below + least,
  }
  const rooms = freeRooms(screen)
  if (rooms.some((room) => isInside(seen, room))) return null
  const roomy = rooms.find(
    (room) => room.x2 - room.x1 >= seen.x2 - seen.x1 && room.y2 - room.y1 >= seen.y2 - seen.y1,
  )
  if (roomy === undefined) return viewportFor({ x1, y1, x2, y2 }, screen, zoom)
  return viewportAt({ x1, y1, x2, y2 }, roomy, zoom)
}

const isInside = (inner: Extent, outer: Extent): boolean =>
  inner.x1 >= outer.x1 && inner.y1 >= outer.y1 && inner.x2 <= outer.x2 && inner.y2 <= outer.y2
