import type { NodeId } from '@shared/graph'
import type { Point } from '../layout'

export type Heading = 'up' | 'down' | 'left' | 'right'

const vectors: Record<Heading, Point> = {
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
}

/** Smaller is better; null when the point does not lie that way (more than 60 degrees off). */
function cost(from: Point, to: Point, heading: Heading): number | null {
  const vector = vectors[heading]
  const distance = Math.hypot(to.x - from.x, to.y - from.y)
  if (distance === 0) return null
  const ahead = ((to.x - from.x) * vector.x + (to.y - from.y) * vector.y) / distance
  return ahead < 0.5 ? null : distance / ahead
}

/** The node an arrow key leads to: the nearest neighbour that way, else the nearest of all. */
export function walk(
  from: NodeId,
  heading: Heading,
  places: ReadonlyMap<NodeId, Point>,
  neighbours: ReadonlySet<NodeId>,
): NodeId | null {
  const here = places.get(from)
  if (here === undefined) return null
  const nearest = (ids: Iterable<NodeId>) => {
    let best: { id: NodeId; cost: number } | null = null
    for (const id of ids) {
      const there = places.get(id)
      const price = there === undefined || id === from ? null : cost(here, there, heading)
      if (price !== null && (best === null || price < best.cost)) best = { id, cost: price }
    }
    return best?.id ?? null
  }
  return nearest(neighbours) ?? nearest(places.keys())
}
