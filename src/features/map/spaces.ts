import type { Entity } from '@shared/graph'
import { holdingWords } from '@shared/text'

export type SpaceChoice = {
  readonly key: string
  readonly name: string
  /** Nodes of it are drawn. */
  readonly isDrawn: boolean
}

const byName = new Intl.Collator().compare

/** The spaces that can be chosen: those that are drawn first, then all in the order of names. */
export function choicesOf(
  spaces: readonly Entity[],
  drawn: ReadonlyMap<string, string>,
): SpaceChoice[] {
  const names = new Map([...drawn, ...spaces.map(({ key, title }) => [key, title] as const)])
  return [...names]
    .map(([key, name]) => ({ key, name, isDrawn: drawn.has(key) }))
    .toSorted(
      (one, other) => Number(other.isDrawn) - Number(one.isDrawn) || byName(one.name, other.name),
    )
}

/** Those whose name or key holds every word typed. */
export function matching(choices: readonly SpaceChoice[], text: string): readonly SpaceChoice[] {
  const holds = holdingWords(text)
  return choices.filter(({ key, name }) => holds(`${name} ${key}`))
}

/** A key that somebody typed and that no listed space has; null where it cannot be one. */
export function keyTyped(choices: readonly SpaceChoice[], text: string): string | null {
  const key = text.trim()
  if (!/^[~\w.-]{1,255}$/.test(key)) return null
  return choices.some((one) => one.key.toLowerCase() === key.toLowerCase()) ? null : key
}
