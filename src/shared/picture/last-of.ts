/** Works something out again only where what it rests on is another. */
export function lastOf<Parts extends readonly unknown[], Result>(
  work: (...parts: Parts) => Result,
): (...parts: Parts) => Result {
  let last: { readonly parts: Parts; readonly result: Result } | null = null
  return (...parts) => {
    const isSame = last?.parts.every((part, at) => Object.is(part, parts[at])) ?? false
    if (last === null || !isSame) last = { parts, result: work(...parts) }
    return last.result
  }
}
