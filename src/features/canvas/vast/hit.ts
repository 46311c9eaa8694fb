import type { Extent } from '../canvas'
import type { Point } from '../../layout'
import { curveOf } from './geometry'
import type { Scene } from './scene'

/** The node at a point, by its place in the scene; -1 for none. `slack` widens nodes, model px. */
export function nodeAt({ nodes }: Scene, { x, y }: Point, slack: number): number {
  let found = -1
  let least = Infinity
  for (let at = 0; at < nodes.row.length; at += 1) {
    const dx = Math.abs((nodes.x[at] ?? 0) - x)
    const dy = Math.abs((nodes.y[at] ?? 0) - y)
    if (dx > (nodes.width[at] ?? 0) / 2 + slack || dy > (nodes.height[at] ?? 0) / 2 + slack)
      continue
    const distance = dx + dy
    // Of two that lie over each other, the upper one is drawn later.
    if (distance <= least) {
      found = at
      least = distance
    }
  }
  return found
}

/** The line at a point, by its place in the scene; -1 where none is within `slack` model px. */
export function lineAt({ nodes, lines }: Scene, point: Point, slack: number): number {
  let found = -1
  let least = slack
  for (let at = 0; at < lines.row.length; at += 1) {
    const [a = 0, b = 0] = [lines.from[at], lines.to[at]]
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = [nodes.x[a], nodes.y[a], nodes.x[b], nodes.y[b]]
    const distance = distanceTo(point, x1, y1, x2, y2, lines.bend[at] ?? 0)
    if (distance < least) {
      found = at
      least = distance
    }
  }
  return found
}

function distanceTo(
  point: Point,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  bend: number,
): number {
  if (x1 === x2 && y1 === y2) return Math.abs(Math.hypot(point.x - x1 - 26, point.y - y1 + 26) - 18)
  if (bend === 0) return toSegment(point, x1, y1, x2, y2)
  // A bent line is two straight ones as far as a pointer can tell.
  const control = curveOf(x1, y1, x2, y2, bend)
  const x = (x1 + x2) / 4 + control.x / 2
  const y = (y1 + y2) / 4 + control.y / 2
  return Math.min(toSegment(point, x1, y1, x, y), toSegment(point, x, y, x2, y2))
}

function toSegment({ x, y }: Point, x1: number, y1: number, x2: number, y2: number): number {
  const dx = x2 - x1
  const dy = y2 - y1
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : ((x - x1) * dx + (y - y1) * dy) / length
  const part = Math.min(1, Math.max(0, along))
  return Math.hypot(x - x1 - part * dx, y - y1 - part * dy)
}

/** Nodes whose middle is in a part of the picture. */
export function nodesIn({ nodes }: Scene, { x1, y1, x2, y2 }: Extent): number[] {
  const found: number[] = []
  for (let at = 0; at < nodes.row.length; at += 1) {
    const [x = 0, y = 0] = [nodes.x[at], nodes.y[at]]
    if (x >= x1 && x <= x2 && y >= y1 && y <= y2) found.push(at)
  }
  return found
}
