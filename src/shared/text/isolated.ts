/** Letters written from right to left, and marks that change the direction of what follows them. */
const turnsText =
  /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

const isolate = '\u2068'
const end = '\u2069'
const opens = new Set(['\u2066', '\u2067', isolate])

/** As written, but with each isolate in it closed, and nothing closed that it did not open. */
export function balanced(text: string): string {
  if (!turnsText.test(text)) return text
  let depth = 0
  let kept = ''
  for (const letter of text) {
    if (letter === end && depth === 0) continue
    depth += opens.has(letter) ? 1 : letter === end ? -1 : 0
    kept += letter
  }
  return kept + end.repeat(depth)
}

/**
 * A title or name from outside for the middle of a sentence in plain text: whatever way it runs,
 * the sentence around it stays as it is. Text that cannot turn anything is left as it is.
 */
export const isolated = (text: string): string =>
  turnsText.test(text) ? isolate + balanced(text) + end : text

/** The same between quotes. */
export const quoted = (text: string): string => `“${isolated(text)}”`
