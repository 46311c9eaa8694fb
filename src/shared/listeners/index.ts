/** Those who listen for something; each is told in the order in which it came. */
export type Listeners<Told extends readonly unknown[]> = {
  /** Returns how to stop listening. */
  readonly add: (listener: (...told: Told) => void) => () => void
  readonly tell: (...told: Told) => void
}

export function createListeners<Told extends readonly unknown[] = []>(): Listeners<Told> {
  const all = new Set<(...told: Told) => void>()
  return {
    add: (listener) => {
      all.add(listener)
      return () => void all.delete(listener)
    },
    tell: (...told) => {
      for (const listener of all) listener(...told)
    },
  }
}
