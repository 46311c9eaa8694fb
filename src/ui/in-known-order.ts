/** Items in the order of the keys that were there before; those that came since are last. */
export function inKnownOrder<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  known: readonly string[],
): readonly T[] {
  const placeOf = new Map(known.map((key, at) => [key, at]))
  const place = (item: T): number => placeOf.get(keyOf(item)) ?? known.length
  return [...items].sort((one, other) => place(one) - place(other))
}
