/** A path in the four commands that every writer knows. */
export type Command =
  | readonly ['M', number, number]
  | readonly ['L', number, number]
  | readonly ['C', number, number, number, number, number, number]
  | readonly ['Z']
export type Path = readonly Command[]

export type Point = { readonly x: number; readonly y: number }
export type Box = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** How far the handles of a quarter circle reach. */
const kappa = 0.5523

export function ellipse({ x, y, width, height }: Box): Path {
  const [cx, cy, rx, ry] = [x + width / 2, y + height / 2, width / 2, height / 2]
  const [hx, hy] = [rx * kappa, ry * kappa]
  return [
    ['M', cx + rx, cy],
    ['C', cx + rx, cy + hy, cx + hx, cy + ry, cx, cy + ry],
    ['C', cx - hx, cy + ry, cx - rx, cy + hy, cx - rx, cy],
    ['C', cx - rx, cy - hy, cx - hx, cy - ry, cx, cy - ry],
    ['C', cx + hx, cy - ry, cx + rx, cy - hy, cx + rx, cy],
    ['Z'],
  ]
}

/** A box with round corners, which may be wider than they are high. */
export function rounded({ x, y, width, height }: Box, rx: number, ry = rx): Path {
  const [right, bottom] = [x + width, y + height]
  const [hx, hy] = [rx * (1 - kappa), ry * (1 - kappa)]
  return [
    ['M', x + rx, y],
    ['L', right - rx, y],
    ['C', right - hx, y, right, y + hy, right, y + ry],
    ['L', right, bottom - ry],
    ['C', right, bottom - hy, right - hx, bottom, right - rx, bottom],
    ['L', x + rx, bottom],
    ['C', x + hx, bottom, x, bottom - hy, x, bottom - ry],
    ['L', x, y + ry],
    ['C', x, y + hy, x + hx, y, x + rx, y],
    ['Z'],
  ]
}

export const polygon = (points: readonly (readonly [number, number])[]): Path => [
  ...points.map(([x, y], at): Command => [at === 0 ? 'M' : 'L', x, y]),
  ['Z'],
]

export const line = (from: Point, to: Point): Path => [
  ['M', from.x, from.y],
  ['L', to.x, to.y],
]

/** A curve with one handle, as one with two. */
export function bow(from: Point, handle: Point, to: Point): Path {
  const near = (end: Point) => ({
    x: end.x + (2 / 3) * (handle.x - end.x),
    y: end.y + (2 / 3) * (handle.y - end.y),
  })
  const [one, two] = [near(from), near(to)]
  return [
    ['M', from.x, from.y],
    ['C', one.x, one.y, two.x, two.y, to.x, to.y],
  ]
}

/** The path made larger, then put elsewhere. */
export const moved = (path: Path, scale: number, by: Point): Path =>
  path.map((command): Command => {
    switch (command[0]) {
      case 'Z':
        return command
      case 'C': {
        const [, a, b, c, d, e, f] = command
        const x = (value: number) => value * scale + by.x
        const y = (value: number) => value * scale + by.y
        return ['C', x(a), y(b), x(c), y(d), x(e), y(f)]
      }
      default:
        return [command[0], command[1] * scale + by.x, command[2] * scale + by.y]
    }
  })

export const grown = ({ x, y, width, height }: Box, by: number): Box => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by,
})

/** The smallest box round all of them, or null where there is none. */
export function around(boxes: Iterable<Box>): Box | null {
  let [x1, y1, x2, y2] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { x, y, width, height } of boxes) {
    x1 = Math.min(x1, x)
    y1 = Math.min(y1, y)
    x2 = Math.max(x2, x + width)
    y2 = Math.max(y2, y + height)
  }
  return x1 === Infinity ? null : { x: x1, y: y1, width: x2 - x1, height: y2 - y1 }
}

/** A box that the path does not leave: the handles are in it too. */
export function boxOf(path: Path): Box {
  let [x1, y1, x2, y2] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const command of path) {
    for (let at = 1; at < command.length; at += 2) {
      const [x, y] = [Number(command[at]), Number(command[at + 1])]
      x1 = Math.min(x1, x)
      y1 = Math.min(y1, y)
      x2 = Math.max(x2, x)
      y2 = Math.max(y2, y)
    }
  }
  return { x: x1, y: y1, width: x2 - x1, height: y2 - y1 }
}
