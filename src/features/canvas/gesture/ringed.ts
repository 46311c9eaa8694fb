import type { NodeId } from '@shared/graph'
import type { Body, Ground, Spot } from './ground'
import { isOutside } from './halo'

/**
 * The node that a ring is drawn round: the one that the pointer came over last, for as long as the
 * pointer is near it and over the canvas.
 */
export function createRinged(ground: Ground, isDragging: () => boolean, onChange: () => void) {
  let node: NodeId | null = null
  /** Where the pointer was last, or null where it is not over the canvas. */
  let pointer: Spot | null = null
  const body = (): Body | null => (node === null ? null : ground.bodyOf(node))
  const set = (next: NodeId | null) => {
    if (node === next) return
    node = next
    onChange()
  }
  const check = () => {
    const round = body()
    if (round === null || (pointer !== null && isOutside(round, pointer))) set(null)
  }
  const stopOver = ground.onOver((id) => {
    if (!isDragging()) set(id)
  })
  /** The picture may have moved from under a pointer that rests. */
  const stopFrame = ground.onFrame(() => {
    if (isDragging()) return
    check()
    onChange()
  })
  return {
    id: () => node,
    body,
    forget: () => set(null),
    moved: (spot: Spot) => {
      pointer = spot
      if (!isDragging()) check()
    },
    left: () => {
      pointer = null
      if (!isDragging()) set(null)
    },
    destroy: () => {
      stopOver()
      stopFrame()
    },
  }
}
