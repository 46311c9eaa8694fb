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

/** What a path is drawn with: a canvas of the page or of a worker, or what writes it down. */
export type PathPen = {
  readonly moveTo: (x: number, y: number) => void
  readonly lineTo: (x: number, y: number) => void
  readonly bezierCurveTo: (
    ax: number,
    ay: number,
    bx: number,
    by: number,
    x: number,
    y: number,
  ) => void
  readonly closePath: () => void
}

export function tracePath(pen: PathPen, path: Path): void {
  for (const command of path) {
    if (command[0] === 'M') pen.moveTo(command[1], command[2])
    else if (command[0] === 'L') pen.lineTo(command[1], command[2])
    else if (command[0] === 'C')
      pen.bezierCurveTo(command[1], command[2], command[3], command[4], command[5], command[6])
    else pen.closePath()
  }
}

export const polygon = (points: readonly (readonly [number, number])[]): Path => [
  ...points.map(([x, y], at): Command => [at === 0 ? 'M' : 'L', x, y]),
  ['Z'],
]

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
