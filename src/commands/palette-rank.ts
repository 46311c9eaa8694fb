import { foldText } from '@shared/text'

/** How well a title answers what was typed: 0 is best; null where a word is lacking. */
export function rankOf(title: string, typed: string): number | null {
  const [hay, wanted] = [foldText(title), foldText(typed.trim())]
  if (wanted === '') return 0
  if (hay === wanted) return 0
  if (hay.startsWith(wanted)) return 1
  const starts = hay.split(/[^\p{L}\p{N}]+/u)
  const words = wanted.split(/\s+/)
  if (words.every((word) => starts.some((start) => start.startsWith(word)))) {
    return hay.includes(wanted) ? 2 : 3
  }
  return words.every((word) => hay.includes(word)) ? 4 : null
}

export type Grouped<T> = {
  readonly title: string
  readonly items: readonly { readonly rank: number; readonly item: T }[]
}

/**
 * All choices in the order of a list: each group together, best first, and the group of the best
 * first of all. Groups and items that are as good stay in the order in which they came.
 */
export function inOrder<T>(groups: readonly Grouped<T>[]): T[] {
  const best = ({ items }: Grouped<T>) => Math.min(...items.map(({ rank }) => rank))
  return groups
    .filter(({ items }) => items.length > 0)
    .map((group) => ({ group, rank: best(group) }))
    .sort((one, other) => one.rank - other.rank)
    .flatMap(({ group }) =>
      [...group.items].sort((one, other) => one.rank - other.rank).map(({ item }) => item),
    )
}
