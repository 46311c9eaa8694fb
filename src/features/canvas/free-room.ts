import type { Extent } from './canvas'

/** Where the picture is drawn, CSS px, and what lies over it there (the legend, the map). */
export type ScreenSize = {
  readonly width: number
  readonly height: number
  readonly covers?: readonly Extent[]
}

/**
 * The rectangles of the screen that nothing lies over, each as large as it can be, the largest
 * first. Without covers that is the screen.
 */
export function freeRooms({ width, height, covers = [] }: ScreenSize): Extent[] {
  const lefts = [0, ...covers.map(({ x2 }) => x2)]
  const rights = [width, ...covers.map(({ x1 }) => x1)]
  const tops = [0, ...covers.map(({ y2 }) => y2)]
  const bottoms = [height, ...covers.map(({ y1 }) => y1)]
  const rooms = lefts.flatMap((x1) =>
    rights.flatMap((x2) => tops.flatMap((y1) => bottoms.map((y2): Extent => ({ x1, y1, x2, y2 })))),
  )
  return rooms
    .filter((room) => areaOf(room) > 0 && !covers.some((cover) => overlap(room, cover)))
    .sort((a, b) => areaOf(b) - areaOf(a))
}

const areaOf = ({ x1, y1, x2, y2 }: Extent): number => Math.max(0, x2 - x1) * Math.max(0, y2 - y1)

const overlap = (a: Extent, b: Extent): boolean =>
  a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2
