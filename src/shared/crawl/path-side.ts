import type { NodeId } from '../graph'
import type { Direction } from './request'

/** What one end of a path leads to, level by level. */
export type PathSide = {
  readonly direction: Direction
  /** Steps to each node that was reached. */
  readonly far: Map<NodeId, number>
  /** The farthest nodes, which are asked next; none where all was seen. */
  level: readonly NodeId[]
  depth: number
  /** Some questions of this side have no full answer, so that `level` may lack nodes. */
  hasGaps: boolean
}

export const createSide = (end: NodeId, direction: Direction): PathSide => ({
  direction,
  far: new Map([[end, 0]]),
  level: [end],
  depth: 0,
  hasGaps: false,
})

/** Seen in full: what was not reached from here never will be. */
export const isExhausted = ({ level, hasGaps }: PathSide): boolean => level.length === 0 && !hasGaps

/**
 * The side that is taken next: that with fewer questions to ask, then the smaller; null where
 * neither may find a path.
 */
export function nextSide(
  one: PathSide,
  other: PathSide,
  priceOf: (side: PathSide) => number,
): PathSide | null {
  if (isExhausted(one) || isExhausted(other)) return null
  const open = [one, other]
    .filter(({ level }) => level.length > 0)
    .map((side) => ({ side, price: priceOf(side), size: side.level.length }))
  return open.sort((a, b) => a.price - b.price || a.size - b.size)[0]?.side ?? null
}

/** Goes one step outward over what is known. Gives the steps of the shortest path that was met. */
export function advance(
  side: PathSide,
  other: PathSide,
  near: (id: NodeId) => Iterable<NodeId>,
): number | null {
  const fresh: NodeId[] = []
  let met: number | null = null
  for (const id of side.level) {
    for (const next of near(id)) {
      if (side.far.has(next)) continue
      side.far.set(next, side.depth + 1)
      fresh.push(next)
      met = shorter(met, steps(side, other, next))
    }
  }
  side.level = fresh
  if (fresh.length > 0) side.depth += 1
  return met
}

const steps = (side: PathSide, other: PathSide, next: NodeId): number | null => {
  const rest = other.far.get(next)
  return rest === undefined ? null : side.depth + 1 + rest
}

/** The steps of the shortest path that the next step outward would meet, without taking it. */
export function meeting(
  side: PathSide,
  other: PathSide,
  ids: Iterable<NodeId>,
  near: (id: NodeId) => Iterable<NodeId>,
): number | null {
  let met: number | null = null
  for (const id of ids) {
    if (side.far.get(id) !== side.depth) continue
    for (const next of near(id)) met = shorter(met, steps(side, other, next))
  }
  return met
}

const shorter = (one: number | null, other: number | null): number | null =>
  one === null ? other : other === null ? one : Math.min(one, other)
