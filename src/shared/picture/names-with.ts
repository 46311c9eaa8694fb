import type { Relation } from '../graph'

/** Relation names in the order in which they were first seen; those only a draft has come last. */
export function namesWith(
  names: readonly string[],
  ghosts: readonly Relation[],
): readonly string[] {
  const fresh = new Set(ghosts.map(({ relation }) => relation))
  for (const name of names) fresh.delete(name)
  return fresh.size === 0 ? names : [...names, ...fresh]
}
