/** Each look once, found by what it rests on: a kind, and states as bits. */
export function createLookTable<Look>() {
  const numbers = new Map<string, Map<number, number>>()
  const all: Look[] = []
  return {
    all,
    /** The number of a look; it is made the first time that it is asked for. */
    of: (kind: string, bits: number, make: () => Look): number => {
      let ofKind = numbers.get(kind)
      if (ofKind === undefined) {
        ofKind = new Map()
        numbers.set(kind, ofKind)
      }
      const known = ofKind.get(bits)
      if (known !== undefined) return known
      ofKind.set(bits, all.length)
      all.push(make())
      return all.length - 1
    },
  }
}
export type LookTable<Look> = ReturnType<typeof createLookTable<Look>>

/** Rows in the order in which they are drawn, with their looks. */
export type Ordered<Look> = {
  readonly order: Uint32Array<ArrayBuffer>
  readonly look: Uint16Array<ArrayBuffer>
  readonly looks: readonly Look[]
}

/** Groups rows by look; looks of more weight come later, so that they are drawn over the others. */
export function orderByLook<Look>(
  rows: readonly number[],
  look: readonly number[],
  looks: readonly Look[],
  weight: (look: Look) => number,
): Ordered<Look> {
  const sorted = looks
    .map((one, old) => ({ one, old, weight: weight(one) }))
    .sort((a, b) => a.weight - b.weight)
  const newNumber = new Uint16Array(looks.length)
  sorted.forEach(({ old }, at) => {
    newNumber[old] = at
  })
  const next = firstPlaces(look, newNumber)
  const order = new Uint32Array(rows.length)
  const numbers = new Uint16Array(rows.length)
  for (let at = 0; at < rows.length; at += 1) {
    const number = newNumber[look[at] ?? 0] ?? 0
    const place = next[number] ?? 0
    next[number] = place + 1
    order[place] = rows[at] ?? 0
    numbers[place] = number
  }
  return { order, look: numbers, looks: sorted.map(({ one }) => one) }
}

/** Where each look's rows begin. */
function firstPlaces(look: readonly number[], newNumber: Uint16Array): Uint32Array {
  const places = new Uint32Array(newNumber.length + 1)
  for (const old of look) {
    const after = (newNumber[old] ?? 0) + 1
    places[after] = (places[after] ?? 0) + 1
  }
  for (let at = 1; at < places.length; at += 1) {
    places[at] = (places[at] ?? 0) + (places[at - 1] ?? 0)
  }
  return places
}
