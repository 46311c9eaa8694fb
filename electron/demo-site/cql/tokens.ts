/** A word, a text in quotes, or a sign. */
export type Token = { readonly kind: 'word' | 'text' | 'sign'; readonly value: string }

const pattern =
  /\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|(!=|!~|[()=~,])|([\p{L}\p{N}_.*-]+))/uy

/** Splits a query; null where a quote stays open or a sign is strange. */
export function tokensOf(cql: string): Token[] | null {
  const text = cql.trimEnd()
  const found: Token[] = []
  pattern.lastIndex = 0
  while (pattern.lastIndex < text.length) {
    const match = pattern.exec(text)
    if (match === null) return null
    const [, double, single, sign, word] = match
    const quoted = double ?? single
    if (quoted !== undefined) found.push({ kind: 'text', value: quoted.replace(/\\(.)/gu, '$1') })
    else if (sign !== undefined) found.push({ kind: 'sign', value: sign })
    else found.push({ kind: 'word', value: word ?? '' })
  }
  return found
}
