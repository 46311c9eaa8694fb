import type { Entity, NodeId, Relation } from '@shared/graph'
import type { Point } from '@shared/layout'

type Gone = {
  readonly goneNodes: readonly Entity[]
  readonly goneEdges: readonly Relation[]
}

/** How far from what it was related to, model px, and how far round from the one before, radians. */
const step = 90
const turn = 2.4

/**
 * Where what is gone is drawn again: beside something it was related to, or in a row below all
 * that stands.
 */
export function placeGone(
  { goneNodes, goneEdges }: Gone,
  standing: ReadonlyMap<NodeId, Point>,
): (readonly [Entity, Point])[] {
  let [left, bottom] = [0, 0]
  for (const { x, y } of standing.values()) {
    left = Math.min(left, x)
    bottom = Math.max(bottom, y)
  }
  return goneNodes.map((entity, at) => {
    const near = goneEdges
      .flatMap(({ source, target }) =>
        source === entity.id ? [target] : target === entity.id ? [source] : [],
      )
      .flatMap((id) => standing.get(id) ?? [])[0]
    if (near === undefined) return [entity, { x: left + at * step, y: bottom + step }]
    const [x, y] = [Math.cos(at * turn) * step, Math.sin(at * turn) * step]
    return [entity, { x: near.x + x, y: near.y + y }]
  })
}
