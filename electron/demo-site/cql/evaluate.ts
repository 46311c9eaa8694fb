import { matchesWords } from './match-words'
import type { Operator, Query } from './parse-cql'

/** How a field may be compared: as words of a text, as one value, or both. */
export type Field<T> = {
  readonly words?: (item: T) => readonly string[]
  readonly values?: (item: T) => readonly string[]
}

export type Fields<T> = ReadonlyMap<string, Field<T>>

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
  const { words, values } = field ?? {}
  const folded = wanted.map((value) => value.toLowerCase())
  const has =
    values && ((item: T) => values(item).some((one) => folded.includes(one.toLowerCase())))
  const holds = words && ((item: T) => wanted.some((text) => matchesWords(words(item), text)))
  switch (operator) {
    case '~':
      return holds ?? null
    case '!~':
      return holds ? (item) => !holds(item) : null
    case '=':
    case 'in':
      return has ?? null
    case '!=':
    case 'not in':
      return has ? (item) => !has(item) : null
  }
}
