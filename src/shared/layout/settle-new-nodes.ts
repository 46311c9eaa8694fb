import type { NodeId } from '../graph'
import type { Newcomer, Point } from './place-new-nodes'
import { createPointGrid, type PointGrid } from './point-grid'

/** Length that a relation would have if it could choose, model px. */
const ideal = 150
/** Nodes this far apart leave each other alone; also the size of a cell of the grid, model px. */
const reach = 130
/** No move brings two nodes nearer than this. */
const closest = 84
const longestStep = 36
/** Steps of all newcomers together: what a frame has time for. */
const budget = 24_000

/**
 * Moves newcomers a little so that their relations come near one length and they do not crowd.
 * Only newcomers are in the answer: what stands already is never moved.
 */
export function settleNewNodes(
  standing: ReadonlyMap<NodeId, Point>,
  spots: ReadonlyMap<NodeId, Point>,
  newcomers: readonly Newcomer[],
): Map<NodeId, Point> {
  const settled = new Map(spots)
  const grid = createPointGrid(reach, standing)
  for (const [id, point] of spots) grid.put(id, point)
  const movers = newcomers.filter(({ id }) => spots.has(id))
  const rounds = Math.min(30, Math.floor(budget / Math.max(1, movers.length)))
  for (let round = 0; round < rounds; round += 1) {
    const step = longestStep * (1 - round / rounds)
    for (const { id, near } of movers) {
      const here = settled.get(id)
      if (here === undefined) continue
      const friends = near.flatMap((other) => settled.get(other) ?? standing.get(other) ?? [])
      const others = othersNear(grid, here, id)
      const there = moved(here, pullOf(here, friends, others), step)
      const room = Math.min(
        closest,
        ...others.map(({ x, y }) => Math.hypot(x - here.x, y - here.y)),
      )
      if (hasLess(grid, there, id, room)) continue
      grid.move(id, here, there)
      settled.set(id, there)
    }
  }
  return settled
}

/** Towards or from each relation's other end by how far it is off, and from whoever is too near. */
function pullOf(here: Point, friends: readonly Point[], others: readonly Point[]): Point {
  let x = 0
  let y = 0
  const add = (other: Point, strength: (distance: number) => number) => {
    const distance = Math.hypot(other.x - here.x, other.y - here.y)
    if (distance < 0.01) return
    x += ((other.x - here.x) / distance) * strength(distance)
    y += ((other.y - here.y) / distance) * strength(distance)
  }
  for (const friend of friends) add(friend, (distance) => (distance - ideal) * 0.12)
  for (const other of others) add(other, (distance) => Math.min(0, distance - reach) * 0.25)
  return { x, y }
}

function moved(here: Point, { x, y }: Point, longest: number): Point {
  const length = Math.hypot(x, y)
  const part = length > longest ? longest / length : 1
  return { x: here.x + x * part, y: here.y + y * part }
}

/** Whether another is nearer than so many px. */
function hasLess(grid: PointGrid, here: Point, besides: NodeId, room: number): boolean {
  let found = false
  grid.forNear(here, (point, id) => {
    found ||= id !== besides && Math.hypot(point.x - here.x, point.y - here.y) < room
  })
  return found
}

function othersNear(grid: PointGrid, here: Point, besides: NodeId): Point[] {
  const found: Point[] = []
  grid.forNear(here, (point, id) => {
    if (id !== besides) found.push(point)
  })
  return found
}
