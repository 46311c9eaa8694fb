/** A number for each look, in the order in which they come. */
export function createLookNumbers<Look>() {
  const numbers = new Map<Look, number>()
  const all: Look[] = []
  return {
    all,
    of: (look: Look): number => {
      const known = numbers.get(look)
      if (known !== undefined) return known
      numbers.set(look, all.length)
      all.push(look)
      return all.length - 1
    },
  }
}

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
