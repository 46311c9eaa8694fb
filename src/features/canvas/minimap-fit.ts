type Point = { readonly x: number; readonly y: number }
type Box = { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number }

export type Fit = {
  /** From the picture to the map. */
  readonly there: (point: Point) => Point
  /** From the map to the picture. */
  readonly back: (x: number, y: number) => Point
}

const edge = 8

/** The box round some places; there must be one at least. */
export function boxOf(places: readonly Point[]): Box {
  let box: Box = { x1: Infinity, y1: Infinity, x2: -Infinity, y2: -Infinity }
  for (const { x, y } of places) {
    box = {
      x1: Math.min(box.x1, x),
      y1: Math.min(box.y1, y),
      x2: Math.max(box.x2, x),
      y2: Math.max(box.y2, y),
    }
  }
  return box
}

/** Lays a box into a map, as large as it goes and in the middle. */
export function fitInto(box: Box, size: { width: number; height: number }): Fit {
  const across = Math.max(box.x2 - box.x1, 1)
  const down = Math.max(box.y2 - box.y1, 1)
  const scale = Math.min((size.width - 2 * edge) / across, (size.height - 2 * edge) / down)
  const left = (size.width - across * scale) / 2
  const top = (size.height - down * scale) / 2
  return {
    there: ({ x, y }) => ({ x: left + (x - box.x1) * scale, y: top + (y - box.y1) * scale }),
    back: (x, y) => ({ x: box.x1 + (x - left) / scale, y: box.y1 + (y - top) / scale }),
  }
}
