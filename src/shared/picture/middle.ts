import type { NodeId } from '../graph'
import type { Point } from './path'

/**
 * Where the shape of a group stands: in the middle of its nodes, so that it is where they are seen
 * nearer to. One that strayed far from the others does not draw it away. Null where none has a place.
 */
export function middleOf(
  nodes: readonly NodeId[],
  placeOf: (id: NodeId) => Point | null | undefined,
): Point | null {
  const places = nodes.flatMap((id) => placeOf(id) ?? [])
  if (places.length === 0) return null
  return { x: median(places.map(({ x }) => x)), y: median(places.map(({ y }) => y)) }
}

function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort()
  const half = sorted.length >> 1
  const [low = 0, high = 0] = [sorted[half - 1], sorted[half]]
  return sorted.length % 2 === 1 ? high : (low + high) / 2
}
