import { matchesWords } from './match-words'
import type { Operator, Query } from './parse-cql'

/** How a field may be compared: as words of a text, as one value, or both. */
export type Field<T> = {
  readonly words?: (item: T) => readonly string[]
  readonly values?: (item: T) => readonly string[]
  /** Whether each word that is asked for may be only the beginning of one. */
  readonly isOpen?: boolean
}

export type Fields<T> = ReadonlyMap<string, Field<T>>

/** Every value that a query compares a field with. */
export function valuesOf(query: Query, field: string): readonly string[] {
  switch (query.kind) {
    case 'compare':
      return query.field === field ? query.values : []
    case 'not':
      return valuesOf(query.of, field)
    case 'and':
    case 'or':
      return query.of.flatMap((part) => valuesOf(part, field))
  }
}

/** The test that a query is, or null where it names an unknown field or compares one wrongly. */
export function compile<T>(query: Query, fields: Fields<T>): ((item: T) => boolean) | null {
  switch (query.kind) {
    case 'compare':
      return compare(fields.get(query.field), query.operator, query.values)
    case 'not': {
      const of = compile(query.of, fields)
      return of && ((item) => !of(item))
    }
    case 'and':
    case 'or': {
      const of = query.of.map((part) => compile(part, fields))
      const parts = of.filter((part) => part !== null)
      if (parts.length < of.length) return null
      return query.kind === 'and'
        ? (item) => parts.every((part) => part(item))
        : (item) => parts.some((part) => part(item))
    }
  }
}

function compare<T>(
  field: Field<T> | undefined,
  operator: Operator,
  wanted: readonly string[],
): ((item: T) => boolean) | null {
  const test = operator.endsWith('~') ? holding(field, wanted) : having(field, wanted)
  const isNegative = operator.startsWith('!') || operator === 'not in'
  return test !== null && isNegative ? (item) => !test(item) : test
}

function having<T>({ values }: Field<T> = {}, wanted: readonly string[]) {
  if (values === undefined) return null
  const folded = wanted.map((value) => value.toLowerCase())
  return (item: T) => values(item).some((one) => folded.includes(one.toLowerCase()))
}

function holding<T>({ words, isOpen = false }: Field<T> = {}, wanted: readonly string[]) {
  if (words === undefined) return null
  return (item: T) => wanted.some((text) => matchesWords(words(item), text, isOpen))
}
