import { isNamedByTitle, type Unresolved } from '@shared/graph'

/** Asked for whenever acts are shown again, and the same as long as the list is. */
const counted = new WeakMap<readonly Unresolved[], number>()

/** How many titles the site can be asked for, each once however many pages name it. */
export function titlesToCheck(unresolved: readonly Unresolved[] | null): number {
  if (unresolved === null) return 0
  const known = counted.get(unresolved)
  if (known !== undefined) return known
  const names = new Set(
    unresolved.flatMap((one) =>
      one.state !== 'ambiguous' && isNamedByTitle(one) ? [one.names] : [],
    ),
  )
  counted.set(unresolved, names.size)
  return names.size
}
