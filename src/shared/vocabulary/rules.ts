import type { EntityType } from '../graph'
import { foldText } from '../text'
import type { Word } from './word'

/** Adds names that were seen, at the end; words that are known stay as they are. */
export function learn(words: readonly Word[], names: Iterable<string>): readonly Word[] {
  const known = new Set(words.map(({ name }) => name))
  const fresh = [...new Set(names)].filter((name) => name !== '' && !known.has(name))
  return fresh.length === 0 ? words : [...words, ...fresh.map((name) => ({ name }))]
}

/** The second dictionary says more where it says anything; no word of either is lost. */
export function mergeWords(own: readonly Word[], others: readonly Word[]): readonly Word[] {
  const merged = new Map(own.map((word) => [word.name, word]))
  for (const word of others) merged.set(word.name, { ...merged.get(word.name), ...word })
  return [...merged.values()]
}

/** How a word reads from source to target, and back. */
export const phrase = (word: Word, direction: 'out' | 'in'): string =>
  direction === 'out'
    ? word.forward || word.name
    : word.backward || (word.forward ? `${word.forward} (from)` : word.name)

/** Whether the ends of a relation are of the types that a word is meant for. */
export const endsAllowed = (word: Word, source: EntityType, target: EntityType): boolean =>
  (word.sources?.includes(source) ?? true) && (word.targets?.includes(target) ?? true)

/** Case, accents, separators and a joined spelling make no other word. */
const folded = (name: string): string => foldText(name).replace(/[\s_\-.]+/g, '')

/** The known name that a new one is probably meant to be, or null. */
export function nearMiss(name: string, known: Iterable<string>): string | null {
  const wanted = folded(name)
  let best: string | null = null
  let least = Number.POSITIVE_INFINITY
  for (const one of known) {
    if (one === name) return null
    const other = folded(one)
    const distance = editDistance(wanted, other)
    const allowed = Math.min(wanted.length, other.length) < 5 ? 1 : 2
    if (distance <= allowed && distance < least && isLikely(wanted, other, distance)) {
      best = one
      least = distance
    }
  }
  return best
}

/** Very short names differ by one letter all the time; there only a slip of the same letters counts. */
const isLikely = (one: string, other: string, distance: number): boolean =>
  distance === 0 || Math.min(one.length, other.length) > 3

/** Letters to add, drop, change or swap with their neighbour to come from one text to the other. */
export function editDistance(one: string, other: string): number {
  const [a, b] = [Array.from(one), Array.from(other)]
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (const [i, letter] of a.entries()) {
    const next = [i + 1]
    for (const [j, another] of b.entries()) {
      const change = (row[j] ?? 0) + (letter === another ? 0 : 1)
      const swap =
        i > 0 && j > 0 && letter === b[j - 1] && a[i - 1] === another
          ? (before[j - 1] ?? 0) + 1
          : Number.POSITIVE_INFINITY
      next.push(Math.min(change, swap, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    }
    before = row
    row = next
  }
  return row[b.length] ?? 0
}
