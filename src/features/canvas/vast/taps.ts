import type { Under } from './under'

export type Tap = {
  readonly under: Under
  /** Joins or leaves the selection, instead of being it. */
  readonly adds: boolean
  readonly isDouble: boolean
}

/** The second of two taps on one thing within so many ms makes them double. */
const pause = 350

/** Tells each tap at once; a double one besides. */
export function createTaps(onTap: (tap: Tap) => void) {
  let last = { key: '', at: -Infinity }
  return {
    tap: (under: Under, adds: boolean): void => {
      const key = under.kind === 'nothing' ? '' : `${under.kind} ${under.at}`
      const now = performance.now()
      const isDouble = key !== '' && key === last.key && now - last.at < pause
      last = isDouble ? { key: '', at: -Infinity } : { key, at: now }
      onTap({ under, adds, isDouble })
    },
  }
}
