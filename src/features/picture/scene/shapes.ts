import type { Shape } from './model'
import { type Box, ellipse, type Path, type Point, polygon, rounded } from './path'

/** The outline of a node in its box. */
export function outline(shape: Shape, box: Box): Path {
  const { x, y, width, height } = box
  switch (shape) {
    case 'ellipse':
      return ellipse(box)
    case 'box':
      return rounded(box, Math.min(8, width / 4, height / 4))
    case 'barrel':
      return rounded(box, Math.min(8, width / 4), height / 3)
    case 'hexagon':
      return polygon([
        [x + width / 4, y],
        [x + (3 * width) / 4, y],
        [x + width, y + height / 2],
        [x + (3 * width) / 4, y + height],
        [x + width / 4, y + height],
        [x, y + height / 2],
      ])
    case 'cut-box': {
      const cut = Math.min(8, width / 4, height / 4)
      return polygon([
        [x + cut, y],
        [x + width - cut, y],
        [x + width, y + cut],
        [x + width, y + height - cut],
        [x + width - cut, y + height],
        [x + cut, y + height],
        [x, y + height - cut],
        [x, y + cut],
      ])
    }
  }
}

type Body = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

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
