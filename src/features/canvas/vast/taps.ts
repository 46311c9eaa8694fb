import type { Spot } from '../canvas'

export type Tap = {
  readonly on: Spot
  /** Joins or leaves the selection, instead of being it. */
  readonly adds: boolean
  readonly isDouble: boolean
}

/** The second of two taps on one thing within so many ms makes them double. */
const pause = 350

/**
 * Tells each tap at once; a double one besides. What was tapped is known by its id, for the first tap
 * selects it and so draws it elsewhere in the order; and the time is that of the hand: a page that is
 * busy hears two presses late, and far apart.
 */
export function createTaps(onTap: (tap: Tap) => void) {
  let last = { key: '', at: -Infinity }
  return {
    tap: (on: Spot, adds: boolean, at: number): void => {
      const key = on.kind === 'background' ? '' : on.id
      const isDouble = key !== '' && key === last.key && at - last.at < pause
      last = isDouble ? { key: '', at: -Infinity } : { key, at }
      onTap({ on, adds, isDouble })
    },
  }
}
