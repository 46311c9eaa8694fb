import { type Token, tokensOf } from './tokens'

export type Operator = '=' | '!=' | '~' | '!~' | 'in' | 'not in'

export type Query =
  | {
      readonly kind: 'compare'
      readonly field: string
      readonly operator: Operator
      readonly values: readonly string[]
    }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Query[] }
  | { readonly kind: 'not'; readonly of: Query }

/** Thrown and caught within this file: the query cannot be read. */
class Unreadable extends Error {}

/**
 * Parses the part of CQL that a search needs: comparisons, lists, `and`, `or`, `not`, parentheses
 * and functions, whose arguments are numbers that nothing rests on here. Gives null for what the
 * real server would answer 400.
 */
export function parseCql(cql: string): Query | null {
  const tokens = tokensOf(cql)
  if (tokens === null || tokens.length === 0) return null
  try {
    const reader = createReader(tokens)
    const query = either(reader)
    return reader.peek() === undefined ? query : null
  } catch (error) {
    // A RangeError is a stack that thousands of parentheses have filled.
    if (error instanceof Unreadable || error instanceof RangeError) return null
    throw error
  }
}

type Reader = ReturnType<typeof createReader>

function createReader(tokens: readonly Token[]) {
  let at = 0
  const peek = (): Token | undefined => tokens[at]
  const next = (): Token => {
    const token = tokens[at]
    if (token === undefined) throw new Unreadable('it ends too early')
    at += 1
    return token
  }
  /** Takes the next token if it is this sign or this word, in any case. */
  const took = (value: string): boolean => {
    const token = peek()
    if (token === undefined || token.kind === 'text') return false
    if (token.value.toLowerCase() !== value) return false
    at += 1
    return true
  }
  return { peek, next, took }
}

function either(reader: Reader): Query {
  const of = [all(reader)]
  while (reader.took('or')) of.push(all(reader))
  return joined('or', of)
}

function all(reader: Reader): Query {
  const of = [single(reader)]
  while (reader.took('and')) of.push(single(reader))
  return joined('and', of)
}

const joined = (kind: 'and' | 'or', of: readonly Query[]): Query =>
  of.length === 1 && of[0] !== undefined ? of[0] : { kind, of }

function single(reader: Reader): Query {
  if (reader.took('not')) return { kind: 'not', of: single(reader) }
  if (!reader.took('(')) return comparison(reader)
  const inner = either(reader)
  expect(reader, ')')
  return inner
}

const expect = (reader: Reader, sign: string): void => {
  if (!reader.took(sign)) throw new Unreadable(`there is no ${sign}`)
}

function comparison(reader: Reader): Query {
  const field = reader.next()
  if (field.kind !== 'word') throw new Unreadable('it does not begin with a field')
  const operator = operatorOf(reader)
  const values = operator === 'in' || operator === 'not in' ? list(reader) : [value(reader)]
  return { kind: 'compare', field: field.value.toLowerCase(), operator, values }
}

function operatorOf(reader: Reader): Operator {
  for (const sign of ['=', '!=', '~', '!~', 'in'] as const) if (reader.took(sign)) return sign
  if (reader.took('not') && reader.took('in')) return 'not in'
  throw new Unreadable('it has no operator')
}

function list(reader: Reader): string[] {
  // A function stands for a list of its own.
  if (reader.peek()?.kind === 'word') return [value(reader)]
  expect(reader, '(')
  const values = [value(reader)]
  while (reader.took(',')) values.push(value(reader))
  expect(reader, ')')
  return values
}

function value(reader: Reader): string {
  const token = reader.next()
  if (token.kind === 'sign') throw new Unreadable('a sign stands for a value')
  if (token.kind === 'text' || !reader.took('(')) return token.value
  while (!reader.took(')')) {
    if (!/^\d{1,9}$/.test(reader.next().value)) throw new Unreadable('an argument is no number')
    if (!reader.took(',') && reader.peek()?.value !== ')') throw new Unreadable('there is no )')
  }
  return `${token.value}()`
}
