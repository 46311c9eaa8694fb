import type { SceneNode } from './model'
import { bow, line, type Path, type Point, polygon } from './path'
import { rim } from './shapes'

type Routed = { readonly path: Path; readonly arrow: Path | null; readonly middle: Point }

/** Px between two of the relations that join the same nodes. */
const step = 38
/** Length and half the width of an arrow's head. */
const head = { length: 10, half: 5 } as const

/** Where each of several relations between two nodes bends to, from one side to the other. */
export const bends = (count: number): number[] =>
  Array.from({ length: count }, (_, at) => (0.5 - count / 2 + at) * step)

/**
 * A relation from rim to rim; `bend` is how far its handle is from the straight line, to the left
 * of it as seen from its source.
 */
export function route(source: SceneNode, target: SceneNode, bend: number): Routed {
  const [dx, dy] = [target.x - source.x, target.y - source.y]
  const length = Math.hypot(dx, dy) || 1
  const middle = { x: (source.x + target.x) / 2, y: (source.y + target.y) / 2 }
  if (bend === 0) {
    const from = rim(source.look.shape, source, target)
    const tip = rim(target.look.shape, target, source)
    const arrow = arrowAt(tip, { x: dx / length, y: dy / length })
    // Nodes that overlap have no line between their rims.
    const isOver = (tip.x - from.x) * dx + (tip.y - from.y) * dy <= 0
    if (isOver) return { path: [], arrow: null, middle }
    return { path: line(from, arrow.neck), arrow: arrow.path, middle }
  }
  const handle = { x: middle.x + (dy / length) * bend, y: middle.y - (dx / length) * bend }
  const from = rim(source.look.shape, source, handle)
  const tip = rim(target.look.shape, target, handle)
  const away = Math.hypot(tip.x - handle.x, tip.y - handle.y) || 1
  const arrow = arrowAt(tip, { x: (tip.x - handle.x) / away, y: (tip.y - handle.y) / away })
  return {
    path: bow(from, handle, arrow.neck),
    arrow: arrow.path,
    middle: { x: (middle.x + handle.x) / 2, y: (middle.y + handle.y) / 2 },
  }
}

/** A relation of a node with itself: a loop at its upper left, each next one further out. */
export function loop(node: SceneNode, at: number): Routed {
  const reach = 1.4 * step * (at / 3 + 1)
  const handle = (degrees: number): Point => ({
    x: node.x + Math.cos((degrees * Math.PI) / 180) * reach,
    y: node.y + Math.sin((degrees * Math.PI) / 180) * reach,
  })
  const [out, back] = [handle(-165), handle(-105)]
  const from = rim(node.look.shape, node, out)
  const tip = rim(node.look.shape, node, back)
  const far = Math.hypot(tip.x - back.x, tip.y - back.y) || 1
  const arrow = arrowAt(tip, { x: (tip.x - back.x) / far, y: (tip.y - back.y) / far })
  return {
    path: [
      ['M', from.x, from.y],
      ['C', out.x, out.y, back.x, back.y, arrow.neck.x, arrow.neck.y],
    ],
    arrow: arrow.path,
    middle: { x: (out.x + back.x) / 2, y: (out.y + back.y) / 2 },
  }
}

/** The head at a tip, and its neck, where the line ends. */
function arrowAt(tip: Point, way: Point): { path: Path; neck: Point } {
  const back = { x: tip.x - way.x * head.length, y: tip.y - way.y * head.length }
  const across = { x: -way.y * head.half, y: way.x * head.half }
  return {
    path: polygon([
      [tip.x, tip.y],
      [back.x + across.x, back.y + across.y],
      [back.x - across.x, back.y - across.y],
    ]),
    neck: { x: tip.x - way.x * head.length * 0.8, y: tip.y - way.y * head.length * 0.8 },
  }
}
