/** Layers this small are never joined with what lies under them. */
const leastJoined = 1000
/** A layer that is a larger part than this of what lies under it is joined with it. */
const largestPart = 1 / 16

/** What lies over a base. */
type Layers<K, V> = {
  /** New values of keys of the base. */
  readonly changed: Map<K, V>
  readonly added: Map<K, V>
  /** Keys of the base that are there no more, or have come again as the last. */
  readonly gone: Set<K>
}

/**
 * A map that never changes, over one that never changes: what is put or taken out later lies in
 * thin layers over a base that is shared. Making the next version costs what is different, not what
 * is there. Order is that of a Map: a new value keeps its key's place.
 */
export class LayeredMap<K, V> implements ReadonlyMap<K, V> {
  readonly #base: ReadonlyMap<K, V>
  readonly #changed: ReadonlyMap<K, V>
  readonly #added: ReadonlyMap<K, V>
  readonly #gone: ReadonlySet<K>

  private constructor(base: ReadonlyMap<K, V>, { changed, added, gone }: Layers<K, V>) {
    this.#base = base
    this.#changed = changed
    this.#added = added
    this.#gone = gone
  }

  /** What is there with something put over it, which is given away: it must not change any more. */
  static over<K, V>(under: ReadonlyMap<K, V>, put: ReadonlyMap<K, V>): ReadonlyMap<K, V> {
    if (put.size === 0) return under
    if (under.size === 0) return put
    return LayeredMap.#next(under, (base, { changed, added, gone }) => {
      for (const [key, value] of put) {
        if (base.has(key) && !gone.has(key)) changed.set(key, value)
        else added.set(key, value)
      }
    })
  }

  /** What is there but for some keys. */
  static without<K, V>(under: ReadonlyMap<K, V>, keys: Iterable<K>): ReadonlyMap<K, V> {
    const taken = [...keys].filter((key) => under.has(key))
    if (taken.length === 0) return under
    return LayeredMap.#next(under, (base, { changed, added, gone }) => {
      for (const key of taken) {
        changed.delete(key)
        added.delete(key)
        if (base.has(key)) gone.add(key)
      }
    })
  }

  static #next<K, V>(
    under: ReadonlyMap<K, V>,
    change: (base: ReadonlyMap<K, V>, layers: Layers<K, V>) => void,
  ): ReadonlyMap<K, V> {
    // `instanceof` forgets of what; it is what `under` says.
    const below = under instanceof LayeredMap ? (under as LayeredMap<K, V>) : null
    const base = below === null ? under : below.#base
    const layers = {
      changed: new Map(below === null ? [] : below.#changed),
      added: new Map(below === null ? [] : below.#added),
      gone: new Set(below === null ? [] : below.#gone),
    }
    change(base, layers)
    const next = new LayeredMap(base, layers)
    const above = layers.changed.size + layers.added.size + layers.gone.size
    return above > Math.max(leastJoined, base.size * largestPart) ? new Map(next) : next
  }

  get size(): number {
    return this.#base.size - this.#gone.size + this.#added.size
  }
  get(key: K): V | undefined {
    const below = this.#gone.has(key) ? undefined : this.#base.get(key)
    return this.#changed.get(key) ?? below ?? this.#added.get(key)
  }
  has(key: K): boolean {
    return (this.#base.has(key) && !this.#gone.has(key)) || this.#added.has(key)
  }
  forEach(visit: (value: V, key: K, map: ReadonlyMap<K, V>) => void): void {
    for (const [key, value] of this) visit(value, key, this)
  }
  *keys(): MapIterator<K> {
    if (this.#gone.size === 0) yield* this.#base.keys()
    else for (const key of this.#base.keys()) if (!this.#gone.has(key)) yield key
    yield* this.#added.keys()
  }
  *values(): MapIterator<V> {
    if (this.#isBaseWhole()) yield* this.#base.values()
    else for (const [, value] of this.#ofBase()) yield value
    yield* this.#added.values()
  }
  *entries(): MapIterator<[K, V]> {
    if (this.#isBaseWhole()) yield* this.#base.entries()
    else yield* this.#ofBase()
    yield* this.#added.entries()
  }
  [Symbol.iterator](): MapIterator<[K, V]> {
    return this.entries()
  }

  #isBaseWhole(): boolean {
    return this.#changed.size + this.#gone.size === 0
  }
  *#ofBase(): Generator<[K, V], undefined> {
    for (const [key, value] of this.#base) {
      if (!this.#gone.has(key)) yield [key, this.#changed.get(key) ?? value]
    }
  }
}
