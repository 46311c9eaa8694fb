import type { Extent } from '../canvas'
import type { Point } from '../../layout'
import { routeAt } from './geometry'
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
export function lineAt(scene: Scene, point: Point, slack: number): number {
  const { nodes, lines } = scene
  let found = -1
  let least = slack
  for (let at = 0; at < lines.row.length; at += 1) {
    const [a = 0, b = 0] = [lines.from[at], lines.to[at]]
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = [nodes.x[a], nodes.y[a], nodes.x[b], nodes.y[b]]
    const isBent = a === b || (lines.bend[at] ?? 0) !== 0
    const distance = isBent ? toCurve(scene, point, at) : toSegment(point, x1, y1, x2, y2)
    if (distance < least) {
      found = at
      least = distance
    }
  }
  return found
}

/** Parts of a curve that are straight as far as a pointer can tell. */
const parts = 8

function toCurve(scene: Scene, point: Point, line: number): number {
  const route = routeAt(scene, line)
  if (route === null) return Infinity
  const { from, tip } = route
  const [one = from, two] = route.handles
  let least = Infinity
  let last = from
  for (let at = 1; at <= parts; at += 1) {
    const next = onCurve(at / parts, from, one, two, tip)
    least = Math.min(least, toSegment(point, last.x, last.y, next.x, next.y))
    last = next
  }
  return least
}

/** A point of a curve with one handle or two. */
function onCurve(t: number, from: Point, one: Point, two: Point | undefined, to: Point): Point {
  const s = 1 - t
  const mixed = (axis: 'x' | 'y') =>
    two === undefined
      ? s * s * from[axis] + 2 * s * t * one[axis] + t * t * to[axis]
      : s ** 3 * from[axis] +
        3 * s * s * t * one[axis] +
        3 * s * t * t * two[axis] +
        t ** 3 * to[axis]
  return { x: mixed('x'), y: mixed('y') }
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
