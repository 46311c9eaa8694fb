import type { z } from 'zod'

/** What was understood of a value, and how many of its parts were left out for it. */
export type ReadInPart<T> = { readonly value: T | null; readonly leftOut: number }

/** More rounds than a value of this program is deep. */
const mostRounds = 20

/**
 * Reads a value that holds lists so that one bad item costs that item alone. Each place that the
 * schema refuses is cut at its outermost list; a field outside any list is dropped once, which
 * helps where it has a default. `value` is null where the rest is refused too, which counts as one.
 */
export function readWhatCan<T extends z.ZodType>(
  schema: T,
  given: unknown,
): ReadInPart<z.infer<T>> {
  let value = given
  let leftOut = 0
  for (let round = 0; round < mostRounds; round += 1) {
    const read = schema.safeParse(value)
    if (read.success) return { value: read.data, leftOut }
    const cuts = new Map<string, PropertyKey[]>()
    for (const { path } of read.error.issues) {
      const at = path.findIndex((step) => typeof step === 'number')
      const cut = at < 0 ? path : path.slice(0, at + 1)
      if (cut.length > 0) cuts.set(JSON.stringify(cut.map(String)), cut)
    }
    if (cuts.size === 0) break
    for (const cut of cuts.values()) value = without(value, cut)
    // Holes are closed only now: before, each cut knows its item by its place.
    value = closed(value)
    leftOut += cuts.size
  }
  return { value: null, leftOut: leftOut + 1 }
}

const hole = Symbol('left out')

function without(value: unknown, [first, ...rest]: readonly PropertyKey[]): unknown {
  if (first === undefined) return hole
  if (Array.isArray(value)) {
    return value.map((item: unknown, at) => (at === first ? without(item, rest) : item))
  }
  if (typeof value !== 'object' || value === null) return hole
  return Object.fromEntries(
    Object.entries(value).map(([name, item]: [string, unknown]) => [
      name,
      name === first ? without(item, rest) : item,
    ]),
  )
}

function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((item) => item !== hole).map(closed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, item]: [string, unknown]) =>
      item === hole ? [] : [[name, closed(item)]],
    ),
  )
}
