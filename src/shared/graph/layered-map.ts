/** Layers this small are never joined with what lies under them. */
const leastJoined = 1000
/** A layer that is a larger part than this of what lies under it is joined with it. */
const largestPart = 1 / 16

/**
 * A map that never changes, over one that never changes: what is put later lies in thin layers
 * over a base that is shared. Making the next version costs what was put, not what is there.
 * Order is that of a Map: a new value keeps its key's place.
 */
export class LayeredMap<K, V> implements ReadonlyMap<K, V> {
  readonly #base: ReadonlyMap<K, V>
  /** New values of keys of the base. */
  readonly #changed: ReadonlyMap<K, V>
  readonly #added: ReadonlyMap<K, V>

  private constructor(
    base: ReadonlyMap<K, V>,
    changed: ReadonlyMap<K, V>,
    added: ReadonlyMap<K, V>,
  ) {
    this.#base = base
    this.#changed = changed
    this.#added = added
  }

  /** What is there with something put over it, which is given away: it must not change any more. */
  static over<K, V>(under: ReadonlyMap<K, V>, put: ReadonlyMap<K, V>): ReadonlyMap<K, V> {
    if (put.size === 0) return under
    if (under.size === 0) return put
    // `instanceof` forgets of what; it is what `under` says.
    const below = under instanceof LayeredMap ? (under as LayeredMap<K, V>) : null
    const base = below === null ? under : below.#base
    const changed = new Map(below === null ? [] : below.#changed)
    const added = new Map(below === null ? [] : below.#added)
    for (const [key, value] of put) {
      if (base.has(key)) changed.set(key, value)
      else added.set(key, value)
    }
    const next = new LayeredMap(base, changed, added)
    const above = changed.size + added.size
    return above > Math.max(leastJoined, base.size * largestPart) ? new Map(next) : next
  }

  get size(): number {
    return this.#base.size + this.#added.size
  }
  get(key: K): V | undefined {
    return this.#changed.get(key) ?? this.#base.get(key) ?? this.#added.get(key)
  }
  has(key: K): boolean {
    return this.#base.has(key) || this.#added.has(key)
  }
  forEach(visit: (value: V, key: K, map: ReadonlyMap<K, V>) => void): void {
    for (const [key, value] of this) visit(value, key, this)
  }
  *keys(): MapIterator<K> {
    yield* this.#base.keys()
    yield* this.#added.keys()
  }
  *values(): MapIterator<V> {
    if (this.#changed.size === 0) yield* this.#base.values()
    else for (const [key, value] of this.#base) yield this.#changed.get(key) ?? value
    yield* this.#added.values()
  }
  *entries(): MapIterator<[K, V]> {
    if (this.#changed.size === 0) yield* this.#base.entries()
    else for (const [key, value] of this.#base) yield [key, this.#changed.get(key) ?? value]
    yield* this.#added.entries()
  }
  [Symbol.iterator](): MapIterator<[K, V]> {
    return this.entries()
  }
}
