/** A number for each key, in the order in which they come; -1 for none. */
export function numbered<T>(
  all: readonly T[],
  keyOf: (one: T) => string | null,
): Int32Array<ArrayBuffer> {
  const numbers = new Map<string, number>()
  return Int32Array.from(all, (one) => {
    const key = keyOf(one)
    if (key === null) return -1
    const number = numbers.get(key) ?? numbers.size
    numbers.set(key, number)
    return number
  })
}
