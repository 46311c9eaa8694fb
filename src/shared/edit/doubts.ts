import { quoted } from '../text'
import { nearMiss } from '../vocabulary'
import { type ChangeLine, lineKey } from './change-set'

/** A name that is new here and is probably meant to be another, which is known. */
export type Doubt = { readonly name: string; readonly meant: string }

/** The doubt about one name, or null. */
export function doubtOf(name: string, known: readonly string[]): Doubt | null {
  const meant = known.includes(name) ? null : nearMiss(name, known)
  return meant === null ? null : { name, meant }
}

export const doubtWords = ({ name, meant }: Doubt) => ({
  sentence: `Did you mean ${quoted(meant)}? There is no ${quoted(name)} here yet.`,
  next: 'A new name stays for good once it is used.',
})

const nameMade = ({ action, relation, newName }: ChangeLine): string | null =>
  action === 'create' ? relation : action === 'retype' ? (newName ?? null) : null

/**
 * The doubts about the names that lines would make. A name that many lines make is what one that few
 * make is meant to be.
 */
export function doubtsIn(lines: readonly ChangeLine[], known: readonly string[]): Doubt[] {
  const counts = new Map<string, number>()
  for (const line of lines) {
    const name = nameMade(line)
    if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const sorted = [...counts].sort(([, a], [, b]) => b - a).map(([name]) => name)
  return sorted.flatMap((name, at) => doubtOf(name, [...known, ...sorted.slice(0, at)]) ?? [])
}

/** The lines, making another name; each wish stands there once. */
export function withName(lines: readonly ChangeLine[], { name, meant }: Doubt): ChangeLine[] {
  const byKey = new Map<string, ChangeLine>()
  for (const line of lines) {
    const is = nameMade(line) !== name ? line : { ...line, ...remade(line, meant) }
    // Renamed to what it is called already, nothing is left of the wish.
    if (is.action === 'retype' && is.newName === is.relation) continue
    byKey.set(lineKey(is), is)
  }
  return [...byKey.values()]
}

const remade = ({ action }: ChangeLine, meant: string): Partial<ChangeLine> =>
  action === 'retype' ? { newName: meant } : { relation: meant }
