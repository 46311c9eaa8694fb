import { foldText } from '@shared/text'

const keys = new Map<string, string>()
/** Enough for a large graph's titles and names; then it begins anew. */
const most = 100_000

const fold = (text: string): string =>
  // Numbers in the order people count: 2 before 10.
  foldText(text).replace(/\d+/g, (digits) => digits.padStart(12, '0'))

/** A text as it is sorted. Kept, for a collator is too slow for tens of thousands at once. */
function sortKey(text: string): string {
  const known = keys.get(text)
  if (known !== undefined) return known
  if (keys.size >= most) keys.clear()
  const key = fold(text)
  keys.set(text, key)
  return key
}

/** Without regard to case and accents, and with numbers as numbers. */
export function byText(one: string, other: string): number {
  const [a, b] = [sortKey(one), sortKey(other)]
  return a < b ? -1 : a > b ? 1 : 0
}
