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
  const pick = <T>(values: readonly T[]): T => {
    const value = values[below(values.length)]
    if (value === undefined) throw new Error('Nothing to pick from.')
    return value
  }
  return {
    next,
    below,
    pick,
    chance: (share: number) => next() < share,
    /** Small numbers far more often than large ones; 0 to `limit` - 1. */
    skewed: (limit: number) => Math.floor(limit * next() ** 3),
    hex: (length: number) => Array.from({ length }, () => below(16).toString(16)).join(''),
  }
}
export type Random = ReturnType<typeof createRandom>
