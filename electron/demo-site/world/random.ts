/** A seeded generator (mulberry32): the same seed gives the same site on every machine. */
export function createRandom(seed: number) {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return {
    /** A whole number from 0 to `limit` - 1. */
    below,
    /** One of the values; `RangeError` where there is none. */
    pick: <T>(values: readonly T[]): T => {
      const value = values[below(values.length)]
      if (value === undefined) throw new RangeError('There is nothing to pick from.')
      return value
    },
    chance: (share: number): boolean => next() < share,
    /** A number from 0 up to, but not including, 1. */
    share: next,
    /** As `below`, but small numbers come far more often than large ones. */
    skewed: (limit: number): number => Math.floor(limit * next() ** 3),
    hex: (length: number): string => Array.from({ length }, () => below(16).toString(16)).join(''),
  }
}
export type Random = ReturnType<typeof createRandom>
