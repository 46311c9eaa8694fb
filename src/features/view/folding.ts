import { agree } from '@shared/text'
import type { StoreApi } from 'zustand/vanilla'
import type { Act } from './showing'
import type { ViewState } from './view-state'

export const foldParts = ['folding', 'kept'] as const

/** `a group` or `3 groups`. */
export const groupWords = (count: number): string => agree(count, 'a group', `${count} groups`)

/** Opening and closing what is drawn as one; each can be taken back. */
export function createFolding({ setState }: StoreApi<ViewState>, act: Act) {
  const say = (keys: readonly string[], isOpen: boolean) =>
    act('fold', `${isOpen ? 'Unfolded' : 'Folded'} ${groupWords(keys.length)}.`, foldParts, () =>
      setState(({ folding }) => {
        const opened = new Set(folding.opened)
        const closed = new Set(folding.closed)
        for (const key of keys) {
          if (isOpen) opened.add(key)
          else opened.delete(key)
          if (isOpen) closed.delete(key)
          else closed.add(key)
        }
        return { folding: { ...folding, opened, closed }, selection: { nodes: [], edges: [] } }
      }),
    )
  return {
    unfold: (keys: readonly string[]) => say(keys, true),
    fold: (keys: readonly string[]) => say(keys, false),
    /** Whether anything folds by itself; what was opened or closed by hand is forgotten. */
    setFolding: (auto: boolean) =>
      act('fold', auto ? 'Folded large groups.' : 'Unfolded all.', [...foldParts, 'levels'], () =>
        setState(({ levels }) => ({
          folding: { auto, opened: new Set(), closed: new Set() },
          kept: new Set(),
          levels: auto ? levels : 'pages',
        })),
      ),
  }
}
