import type { CanvasEvents, Spot } from './canvas'
import type { Point } from '../layout'

/**
 * Ms that a pointer rests on something before all but that and what it is related to fades. Crossing
 * the picture must not flicker, and lines lie everywhere: who goes from node to node crosses many.
 */
const patience = { node: 120, edge: 450 } as const
/** Ms before words are shown beside the pointer. */
const patienceForWords = 650

/** A pointer that rests on something, whoever draws it. */
export function createResting(onRest: CanvasEvents['onRest']) {
  let fading: ReturnType<typeof setTimeout> | undefined
  let telling: ReturnType<typeof setTimeout> | undefined
  let isTold = false
  const end = (): void => {
    clearTimeout(fading)
    clearTimeout(telling)
    if (isTold) onRest(null)
    isTold = false
  }
  return {
    /** The pointer came over something else; `at` is in px from the corner of the canvas. */
    begin: (spot: Exclude<Spot, { kind: 'background' }>, at: Point, fade: () => void): void => {
      end()
      fading = setTimeout(fade, patience[spot.kind])
      telling = setTimeout(() => {
        isTold = true
        onRest({ spot, at })
      }, patienceForWords)
    },
    end,
  }
}
