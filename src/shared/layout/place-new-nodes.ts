import type { NodeId } from '../graph'
import { cellKey, createPointGrid } from './point-grid'

export type Point = { readonly x: number; readonly y: number }

/** A node to place, and the nodes it is related to. */
export type Newcomer = { readonly id: NodeId; readonly near: readonly NodeId[] }

/** Distance between the centres of two nodes with readable labels, in model px. */
const spacing = 96
const firstRing = 150
/** What stands so near a node counts when its free sector is looked for, model px. */
const sight = 400

const cellOf = ({ x, y }: Point): number =>
  cellKey(Math.round(x / spacing), Math.round(y / spacing))

/** The middle of the widest free sector round a point, and how wide it is, in radians. */
function freestSector(centre: Point, others: readonly Point[]): { middle: number; width: number } {
  const angles = others
    .filter((other) => other.x !== centre.x || other.y !== centre.y)
    .map((other) => Math.atan2(other.y - centre.y, other.x - centre.x))
    .sort((a, b) => a - b)
  const first = angles[0]
  if (first === undefined) return { middle: -Math.PI / 2, width: 2 * Math.PI }
  let best = { middle: first + Math.PI, width: 0 }
  angles.forEach((angle, at) => {
    const following = angles[at + 1] ?? first + 2 * Math.PI
    const width = following - angle
    if (width > best.width) best = { middle: angle + width / 2, width }
  })
  return best
}

/** Spots in a sector, ring after ring outward, each `spacing` from the next. */
function* spots(centre: Point, sector: { middle: number; width: number }): Generator<Point, never> {
  for (let ring = 0; ; ring += 1) {
    const radius = firstRing + ring * spacing
    const step = spacing / radius
    const width = Math.min(sector.width * 0.8, 2 * Math.PI - step)
    const count = Math.max(1, Math.floor(width / step) + 1)
    for (let at = 0; at < count; at += 1) {
      // From the middle outwards to both sides, so that a few nodes stay together.
      const offset = (at % 2 === 0 ? 1 : -1) * Math.ceil(at / 2) * step
      const angle = sector.middle + offset
      yield { x: centre.x + radius * Math.cos(angle), y: centre.y + radius * Math.sin(angle) }
    }
  }
}

/**
 * Gives each newcomer a place in the emptiest sector round a node it is related to. Nodes that
 * have a place keep it: nothing a person has seen moves.
 */
export function placeNewNodes(
  placed: ReadonlyMap<NodeId, Point>,
  newcomers: readonly Newcomer[],
): Map<NodeId, Point> {
  const result = new Map<NodeId, Point>()
  const taken = new Set<number>()
  for (const point of placed.values()) taken.add(cellOf(point))
  const grid = createPointGrid(sight, placed)
  const placeOf = (id: NodeId) => result.get(id) ?? placed.get(id)
  const put = (id: NodeId, point: Point) => {
    result.set(id, point)
    taken.add(cellOf(point))
    grid.put(id, point)
  }

  let waiting = newcomers
  while (waiting.length > 0) {
    const { byParent, orphans } = groupByParent(waiting, placeOf)
    if (byParent.size === 0) {
      const lone = orphans[0]
      if (lone === undefined) break
      put(lone.id, freeSpot({ x: 0, y: 0 }, taken))
      waiting = orphans.slice(1)
      continue
    }
    // Where each parent's children go is chosen before any of this round is put.
    const free = [...byParent].flatMap(([parent, children]) => {
      const centre = placeOf(parent)
      if (centre === undefined) return []
      const around: Point[] = []
      grid.forNear(centre, (point) => {
        if (Math.hypot(point.x - centre.x, point.y - centre.y) < sight) around.push(point)
      })
      return [{ children, spots: spots(centre, freestSector(centre, around)) }]
    })
    for (const one of free) {
      for (const child of one.children) put(child.id, nextFree(one.spots, taken))
    }
    waiting = orphans
  }
  return result
}

/** Newcomers under the first node they are related to that has a place; the others wait a round. */
function groupByParent(waiting: readonly Newcomer[], placeOf: (id: NodeId) => Point | undefined) {
  const byParent = new Map<NodeId, Newcomer[]>()
  const orphans: Newcomer[] = []
  for (const newcomer of waiting) {
    const parent = newcomer.near.find((id) => placeOf(id) !== undefined)
    if (parent === undefined) orphans.push(newcomer)
    else {
      const siblings = byParent.get(parent)
      if (siblings === undefined) byParent.set(parent, [newcomer])
      else siblings.push(newcomer)
    }
  }
  return { byParent, orphans }
}

/** Goes on from the last spot taken; a `for` loop here would end the generator. */
function nextFree(free: Generator<Point, never>, taken: ReadonlySet<number>): Point {
  let spot = free.next().value
  while (taken.has(cellOf(spot))) spot = free.next().value
  return spot
}

const freeSpot = (centre: Point, taken: ReadonlySet<number>): Point =>
  taken.has(cellOf(centre))
    ? nextFree(spots(centre, { middle: 0, width: 2 * Math.PI }), taken)
    : centre
