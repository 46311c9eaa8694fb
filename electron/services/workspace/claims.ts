export type Claims = ReturnType<typeof createClaims>

/**
 * Which steps of the journal are being sent or read back now. A file is open in one program only, so
 * what is not claimed here is nobody's: its runner is gone.
 */
export function createClaims() {
  const claimed = new Map<string, Set<number>>()
  return {
    /** Takes those of an entry's steps that nobody else has; they are the caller's until released. */
    claim: (entry: string, places: readonly number[]): number[] => {
      const taken = claimed.get(entry) ?? new Set<number>()
      const free = places.filter((at) => !taken.has(at))
      if (free.length > 0) claimed.set(entry, new Set([...taken, ...free]))
      return free
    },
    release: (entry: string, places: readonly number[]): void => {
      const left = [...(claimed.get(entry) ?? [])].filter((at) => !places.includes(at))
      if (left.length === 0) claimed.delete(entry)
      else claimed.set(entry, new Set(left))
    },
  }
}
