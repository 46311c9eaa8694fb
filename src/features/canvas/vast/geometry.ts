import { type End, loopOf, type Route, routeOf } from '../../picture'
import type { Extent } from '../canvas'
import type { Scene } from './scene'

/** A node of a scene as an end of a line. */
function endAt({ nodes, nodeLooks }: Scene, at: number): End {
  return {
    x: nodes.x[at] ?? 0,
    y: nodes.y[at] ?? 0,
    width: nodes.width[at] ?? 0,
    height: nodes.height[at] ?? 0,
    shape: nodeLooks[nodes.look[at] ?? 0]?.shape ?? 'box',
  }
}

/** Where a line of a scene goes, or null where its ends lie over each other. */
export function routeAt(scene: Scene, line: number): Route | null {
  const { from, to, bend, loop } = scene.lines
  const [source = 0, target = 0] = [from[line], to[line]]
  const course = { bend: bend[line] ?? 0, loop: loop[line] ?? 0 }
  return source === target
    ? loopOf(endAt(scene, source), course)
    : routeOf(endAt(scene, source), endAt(scene, target), course)
}

/** Whether two numbers are both below, or both above a range. */
const isBeside = (a: number, b: number, least: number, most: number): boolean =>
  (a < least && b < least) || (a > most && b > most)

/** Lines whose box meets a part of the picture, by place. */
export function visibleLines({ nodes: { x, y }, lines }: Scene, extent: Extent): Uint32Array {
  const { x1, y1, x2, y2 } = extent
  const found = new Uint32Array(lines.row.length)
  let count = 0
  for (let at = 0; at < found.length; at += 1) {
    const [a = 0, b = 0] = [lines.from[at], lines.to[at]]
    const [ax = 0, ay = 0, bx = 0, by = 0] = [x[a], y[a], x[b], y[b]]
    if (isBeside(ax, bx, x1, x2) || isBeside(ay, by, y1, y2)) continue
    found[count] = at
    count += 1
  }
  return found.subarray(0, count)
}

/** Nodes that a part of the picture shows, by place. */
export function visibleNodes({ nodes }: Scene, { x1, y1, x2, y2 }: Extent): Uint32Array {
  const found = new Uint32Array(nodes.row.length)
  let count = 0
  for (let at = 0; at < found.length; at += 1) {
    const [x = 0, y = 0] = [nodes.x[at], nodes.y[at]]
    const half = (nodes.width[at] ?? 0) / 2 + 8
    if (x + half < x1 || x - half > x2 || y + half < y1 || y - half > y2) continue
    found[count] = at
    count += 1
  }
  return found.subarray(0, count)
}

/** Splits places into runs of one look; looks stand together already. */
export function* runsOf(places: Uint32Array, look: Uint16Array): Generator<Uint32Array> {
  let start = 0
  for (let at = 1; at <= places.length; at += 1) {
    const isSame = at < places.length && look[places[at] ?? 0] === look[places[start] ?? 0]
    if (isSame) continue
    if (at > start) yield places.subarray(start, at)
    start = at
  }
}
