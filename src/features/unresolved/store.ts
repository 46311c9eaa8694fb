import type { Unresolved } from '@shared/graph'
import type { UnresolvedChange } from '@shared/workspace'

/** What pages name and nobody saw, as the workspace has it; null where no page was read. */
export function createUnresolved(first: readonly Unresolved[] | null) {
  let now = first
  const heard = new Set<() => void>()
  const set = (list: readonly Unresolved[] | null) => {
    now = list
    for (const hear of heard) hear()
  }
  return {
    now: (): readonly Unresolved[] | null => now,
    put: set,
    /** Calls when it has changed. Gives how to stop. */
    subscribe: (onChange: () => void) => {
      heard.add(onChange)
      return () => void heard.delete(onChange)
    },
    take: (change?: UnresolvedChange): void => {
      if (change === undefined) return
      set(change.anew ? change.list : [...(now ?? []), ...change.list])
    },
  }
}
export type OpenNames = ReturnType<typeof createUnresolved>
