type Point = { readonly x: number; readonly y: number }

/** Room between the middle of a node and the hull, model px: a node and its label. */
const room = 46
const corners = 10

/** The smallest convex polygon round some places, with room round each; in order round it. */
export function hullOf(places: readonly Point[]): Point[] {
  const points = places
    .flatMap(({ x, y }) =>
      Array.from({ length: corners }, (_, at) => {
        const angle = (at / corners) * 2 * Math.PI
        return { x: x + room * Math.cos(angle), y: y + room * Math.sin(angle) }
      }),
    )
    .sort((a, b) => a.x - b.x || a.y - b.y)
  const lower = chain(points)
  const upper = chain(points.reverse())
  return [...lower.slice(0, -1), ...upper.slice(0, -1)]
}

/** One side of the hull: the points that turn no other way (Andrew's monotone chain). */
function chain(points: readonly Point[]): Point[] {
  const side: Point[] = []
  for (const point of points) {
    for (;;) {
      const [before, last] = [side.at(-2), side.at(-1)]
      if (before === undefined || last === undefined || turn(before, last, point) > 0) break
      side.pop()
    }
    side.push(point)
  }
  return side
}

const turn = (a: Point, b: Point, c: Point) => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
