import { types } from 'node:util'
import type { z } from 'zod'
import type { Unreadable } from '@shared/workspace'

/**
 * SQLite promises no UTF-8 in a column of text, and the binding ends the whole program where there
 * is none. So text is asked for as bytes, everywhere, and decoded here.
 */
export const bytesOf = (column: string, as = column): string => `cast(${column} as blob) as ${as}`

// A byte that is no letter becomes “�”: a title with one is better than no row.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** The text of a column that was asked for with `bytesOf`, or null where it holds none. */
export const textIn = (row: unknown, column: string): string | null => {
  const value: unknown = typeof row === 'object' && row !== null ? Reflect.get(row, column) : null
  // The package hands out the one for a single row and the other for many.
  if (value instanceof Uint8Array) return decoder.decode(value)
  return types.isArrayBuffer(value) ? decoder.decode(value) : null
}

/** The number of a column that was asked for as one, or null. */
export const numberIn = (row: unknown, column: string): number | null => {
  const value: unknown = typeof row === 'object' && row !== null ? Reflect.get(row, column) : null
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}

/** The JSON in the column `data`, or undefined where it is none. */
export const jsonIn = (row: unknown): unknown => {
  try {
    return JSON.parse(textIn(row, 'data') ?? '')
  } catch {
    return undefined
  }
}

/** What the column `data` of one row holds, or null where it is not understood. */
export function understood<T extends z.ZodType>(schema: T, row: unknown): z.infer<T> | null {
  const read = schema.safeParse(jsonIn(row))
  return read.success ? read.data : null
}

export type Part = Unreadable['part']

/** Counts the rows that were left out, so that nothing is left out in silence. */
export function createTally() {
  const rows = new Map<Part, number>()
  const add = (part: Part, more = 1): void => {
    if (more > 0) rows.set(part, (rows.get(part) ?? 0) + more)
  }
  return {
    add,
    /** Those that were read; the others are counted. */
    kept: <T>(part: Part, values: readonly (T | null)[]): T[] => {
      const good = values.filter((value) => value !== null)
      add(part, values.length - good.length)
      return good
    },
    list: (): Unreadable[] => [...rows].map(([part, count]) => ({ part, rows: count })),
  }
}
export type Tally = ReturnType<typeof createTally>
