import { useMemo, useSyncExternalStore } from 'react'
import type { NodeId, Unresolved } from '@shared/graph'
import type { OpenNames } from './store'

export const useOpenNames = ({ subscribe, now }: OpenNames): readonly Unresolved[] =>
  useSyncExternalStore(subscribe, now) ?? none

const none: readonly Unresolved[] = []

/** What one page names in vain. */
export function useNamedBy(unresolved: OpenNames, page: NodeId): readonly Unresolved[] {
  const all = useOpenNames(unresolved)
  return useMemo(() => all.filter(({ source }) => source === page), [all, page])
}
