import type { Shape } from './look'
import type { Point } from './path'
import { type Body, rim } from './shapes'

/** Px between two of the relations that join the same nodes. */
export const bendStep = 38

/** How several lines between the same nodes part: `bend` for two nodes, `loop` for one. */
export type Course = {
  /** How far the handle is from the straight line, to the right as seen from the line's source. */
  readonly bend: number
  /** Which of the loops at one node it is, the innermost first. */
  readonly loop: number
}

const straight: Course = { bend: 0, loop: 0 }

/** A line that is drawn, by who it is between. */
export type Between<End> = {
  readonly source: End
  readonly target: End
  readonly isStraight: boolean
}

/**
 * The courses of lines between the same nodes, in their order: side by side, whichever way each
 * leads, and the same for whoever draws them.
 */
export function coursesOf<End>(lines: readonly Between<End>[]): readonly Course[] {
  if (lines.length === 1) return [straight]
  const [first] = lines
  return lines.map(({ source, target, isStraight }, at): Course => {
    if (source === target) return { bend: 0, loop: at }
    if (isStraight) return straight
    const off = (0.5 - lines.length / 2 + at) * bendStep
    // `+ 0` so that nought has no sign.
    return { bend: (source === first?.source ? off : -off) + 0, loop: 0 }
  })
}

/** The handle of a line that bends; in its middle where it does not. */
export function handleOf(from: Point, to: Point, bend: number): Point {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const length = Math.hypot(dx, dy) || 1
  return {
    x: (from.x + to.x) / 2 - (dy / length) * bend,
    y: (from.y + to.y) / 2 + (dx / length) * bend,
  }
}

/** A line from rim to rim. A curve has one handle, a loop two, a straight line none. */
export type Route = {
  readonly from: Point
  readonly handles: readonly Point[]
  readonly tip: Point
  /** The way of the head at the tip; its length is 1. */
  readonly way: Point
  /** Where its name stands. */
  readonly middle: Point
}

/** An end of a line. */
export type End = Body & { readonly shape: Shape }

/** The route of a line, or null where its ends lie over each other. */
export function routeOf(source: End, target: End, { bend }: Course): Route | null {
  const handle = handleOf(source, target, bend)
  const from = rim(source.shape, source, handle)
  const tip = rim(target.shape, target, handle)
  const middle = {
    x: (source.x + target.x) / 4 + handle.x / 2,
    y: (source.y + target.y) / 4 + handle.y / 2,
  }
  if (bend === 0) {
    const [dx, dy] = [target.x - source.x, target.y - source.y]
    if ((tip.x - from.x) * dx + (tip.y - from.y) * dy <= 0) return null
  }
  return { from, handles: bend === 0 ? [] : [handle], tip, way: wayOf(handle, tip), middle }
}

/** A relation of a node with itself: a loop at its upper left, each next one further out. */
export function loopOf(node: End, { loop }: Course): Route {
  const reach = 1.4 * bendStep * (loop / 3 + 1)
  const handle = (degrees: number): Point => ({
    x: node.x + Math.cos((degrees * Math.PI) / 180) * reach,
    y: node.y + Math.sin((degrees * Math.PI) / 180) * reach,
  })
  const [out, back] = [handle(-165), handle(-105)]
  const tip = rim(node.shape, node, back)
  return {
    from: rim(node.shape, node, out),
    handles: [out, back],
    tip,
    way: wayOf(back, tip),
    middle: { x: (out.x + back.x) / 2, y: (out.y + back.y) / 2 },
  }
}

function wayOf(from: Point, tip: Point): Point {
  const far = Math.hypot(tip.x - from.x, tip.y - from.y) || 1
  return { x: (tip.x - from.x) / far, y: (tip.y - from.y) / far }
}

/** How much of a head's length its line goes into, so that no gap is seen. */
const neck = 0.8

/** The corners of a head at a tip, and where the line ends under it. */
export function headAt({ tip, way }: Route, { length, half }: { length: number; half: number }) {
  const back = { x: tip.x - way.x * length, y: tip.y - way.y * length }
  const across = { x: -way.y * half, y: way.x * half }
  return {
    corners: [
      tip,
      { x: back.x + across.x, y: back.y + across.y },
      { x: back.x - across.x, y: back.y - across.y },
    ] as const,
    neck: { x: tip.x - way.x * length * neck, y: tip.y - way.y * length * neck },
  }
}
