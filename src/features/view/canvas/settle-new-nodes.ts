import type { NodeId } from '@shared/graph'
import type { Newcomer, Point } from './place-new-nodes'

/** Length that a relation would have if it could choose, model px. */
const ideal = 150
/** Nodes this far apart leave each other alone; also the size of a cell of the grid. */
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
  const grid = createGrid([...standing, ...spots])
  const movers = newcomers.filter(({ id }) => spots.has(id))
  const rounds = Math.min(40, Math.floor(budget / Math.max(1, movers.length)))
  for (let round = 0; round < rounds; round += 1) {
    const step = longestStep * (1 - round / rounds)
    for (const { id, near } of movers) {
      const here = settled.get(id)
      if (here === undefined) continue
      const friends = near.flatMap((other) => settled.get(other) ?? standing.get(other) ?? [])
      const there = moved(here, pullOf(here, friends, grid.near(here, id)), step)
      if (room(there, grid.near(there, id)) < Math.min(closest, room(here, grid.near(here, id))))
        continue
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

const room = (here: Point, others: readonly Point[]): number =>
  others.reduce((least, { x, y }) => Math.min(least, Math.hypot(x - here.x, y - here.y)), Infinity)

/** Points by cell, so that only those near by are looked at. */
function createGrid(points: Iterable<readonly [NodeId, Point]>) {
  const cells = new Map<string, Map<NodeId, Point>>()
  const key = (column: number, row: number) => `${column},${row}`
  const at = ({ x, y }: Point) => ({ column: Math.floor(x / reach), row: Math.floor(y / reach) })
  const put = (id: NodeId, point: Point) => {
    const { column, row } = at(point)
    const cell = cells.get(key(column, row)) ?? new Map<NodeId, Point>()
    cell.set(id, point)
    cells.set(key(column, row), cell)
  }
  for (const [id, point] of points) put(id, point)
  return {
    near: (point: Point, besides: NodeId): Point[] => {
      const { column, row } = at(point)
      const found: Point[] = []
      for (let across = -1; across <= 1; across += 1) {
        for (let down = -1; down <= 1; down += 1) {
          for (const [id, other] of cells.get(key(column + across, row + down)) ?? []) {
            if (id !== besides) found.push(other)
          }
        }
      }
      return found
    },
    move: (id: NodeId, from: Point, to: Point) => {
      const { column, row } = at(from)
      cells.get(key(column, row))?.delete(id)
      put(id, to)
    },
  }
}
