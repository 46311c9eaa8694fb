import type { Shape } from './look'
import type { Box, Command, Path, PathPen, Point } from './path'

/** How far the handles of a quarter circle reach. */
const kappa = 0.5523

/** Draws the outline of a node in its box. */
export function traceOutline(pen: PathPen, shape: Shape, box: Box): void {
  const { x, y, width, height } = box
  switch (shape) {
    case 'ellipse':
      rounded(pen, box, width / 2, height / 2)
      return
    case 'box': {
      const corner = Math.min(8, width / 4, height / 4)
      rounded(pen, box, corner, corner)
      return
    }
    case 'barrel':
      rounded(pen, box, Math.min(8, width / 4), height / 3)
      return
    case 'hexagon':
      pen.moveTo(x + width / 4, y)
      pen.lineTo(x + (3 * width) / 4, y)
      pen.lineTo(x + width, y + height / 2)
      pen.lineTo(x + (3 * width) / 4, y + height)
      pen.lineTo(x + width / 4, y + height)
      pen.lineTo(x, y + height / 2)
      pen.closePath()
      return
    case 'cut-box': {
      const cut = Math.min(8, width / 4, height / 4)
      pen.moveTo(x + cut, y)
      pen.lineTo(x + width - cut, y)
      pen.lineTo(x + width, y + cut)
      pen.lineTo(x + width, y + height - cut)
      pen.lineTo(x + width - cut, y + height)
      pen.lineTo(x + cut, y + height)
      pen.lineTo(x, y + height - cut)
      pen.lineTo(x, y + cut)
      pen.closePath()
    }
  }
}

/** A box with round corners, which may be wider than they are high. */
function rounded(pen: PathPen, { x, y, width, height }: Box, rx: number, ry: number): void {
  const [right, bottom] = [x + width, y + height]
  const [hx, hy] = [rx * (1 - kappa), ry * (1 - kappa)]
  pen.moveTo(x + rx, y)
  pen.lineTo(right - rx, y)
  pen.bezierCurveTo(right - hx, y, right, y + hy, right, y + ry)
  pen.lineTo(right, bottom - ry)
  pen.bezierCurveTo(right, bottom - hy, right - hx, bottom, right - rx, bottom)
  pen.lineTo(x + rx, bottom)
  pen.bezierCurveTo(x + hx, bottom, x, bottom - hy, x, bottom - ry)
  pen.lineTo(x, y + ry)
  pen.bezierCurveTo(x, y + hy, x + hx, y, x + rx, y)
  pen.closePath()
}

/** The outline of a node in its box, written down. */
export function outline(shape: Shape, box: Box): Path {
  const path: Command[] = []
  traceOutline(
    {
      moveTo: (x, y) => path.push(['M', x, y]),
      lineTo: (x, y) => path.push(['L', x, y]),
      bezierCurveTo: (...numbers) => path.push(['C', ...numbers]),
      closePath: () => path.push(['Z']),
    },
    shape,
    box,
  )
  return path
}

/** A node by its middle. */
export type Body = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export const bodyOf = ({ x, y, width, height }: Body): Box => ({
  x: x - width / 2,
  y: y - height / 2,
  width,
  height,
})

/** Where a line from the middle of a node towards a point leaves it. */
export function rim(shape: Shape, { x, y, width, height }: Body, towards: Point): Point {
  const [dx, dy] = [towards.x - x, towards.y - y]
  if (dx === 0 && dy === 0) return { x, y }
  const reach =
    shape === 'ellipse'
      ? 1 / Math.hypot(dx / (width / 2), dy / (height / 2))
      : shape === 'hexagon'
        ? hexagonReach(Math.abs(dx) / (width / 2), Math.abs(dy) / (height / 2))
        : 1 / Math.max(Math.abs(dx) / (width / 2), Math.abs(dy) / (height / 2))
  return { x: x + dx * reach, y: y + dy * reach }
}

/** In a box from -1 to 1: flat at the top, its slopes go from (0.5, 1) to (1, 0). */
const hexagonReach = (dx: number, dy: number): number => 1 / Math.max(dy, dx + dy / 2)
