/** The little of CQL that a title search needs: comparisons joined with `and`. */
export type Clause = {
  readonly field: string
  readonly operator: '=' | '~' | 'in'
  readonly values: readonly string[]
}

const token = /\s*(?:"((?:[^"\\]|\\.)*)"|([()=~,])|([A-Za-z0-9_.-]+))/y

/** Splits into words; null where a quote is open or a sign is strange. */
function words(cql: string): { text: string; quoted: boolean }[] | null {
  const found: { text: string; quoted: boolean }[] = []
  token.lastIndex = 0
  while (token.lastIndex < cql.trimEnd().length) {
    const match = token.exec(cql)
    if (match === null) return null
    const quoted = match[1]
    found.push(
      quoted === undefined
        ? { text: match[2] ?? match[3] ?? '', quoted: false }
        : { text: quoted.replace(/\\(.)/g, '$1'), quoted: true },
    )
  }
  return found
}

/** Parses a query, or gives null for what the real server would answer 400. */
export function parseCql(cql: string): Clause[] | null {
  const rest = words(cql)
  if (rest === null || rest.length === 0) return null
  const clauses: Clause[] = []
  for (;;) {
    const field = rest.shift()
    const operator = rest.shift()
    if (field === undefined || field.quoted || operator === undefined) return null
    const values = operator.text === 'in' ? valueList(rest) : oneValue(rest)
    if (values === null) return null
    if (operator.text !== '=' && operator.text !== '~' && operator.text !== 'in') return null
    clauses.push({ field: field.text, operator: operator.text, values })
    const joint = rest.shift()
    if (joint === undefined) return clauses
    if (joint.text.toLowerCase() !== 'and') return null
  }
}

type Words = { text: string; quoted: boolean }[]

function oneValue(rest: Words): string[] | null {
  const value = rest.shift()
  if (value === undefined || (!value.quoted && '()=~,'.includes(value.text))) return null
  return [value.text]
}

function valueList(rest: Words): string[] | null {
  if (rest.shift()?.text !== '(') return null
  const values: string[] = []
  for (;;) {
    const value = oneValue(rest)
    if (value === null) return null
    values.push(...value)
    const sign = rest.shift()?.text
    if (sign === ')') return values
    if (sign !== ',') return null
  }
}

const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
const wordsOf = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? []

/** Word match as the index does it: every word must be there; a last `*` lets it be a beginning. */
export function matchesWords(title: string, wanted: string): boolean {
  const there = wordsOf(title)
  return wanted
    .trim()
    .split(/\s+/)
    .every((word) => {
      const [text = ''] = wordsOf(word)
      return word.endsWith('*') ? there.some((one) => one.startsWith(text)) : there.includes(text)
    })
}
