import type { StoreApi } from 'zustand/vanilla'
import type { Entry } from '@shared/edit'
import type { Present } from '@shared/workspace'
import type { EditState } from './state'

/** Keeps the journal in the order of the file, whichever page an act came from. */
export function createJournalOrder(store: StoreApi<EditState>, page: string) {
  /** Own acts that have no place in the file yet; they come last. */
  const unplaced = new Set<string>()
  const isUnplaced = ({ id }: Entry): boolean => unplaced.has(id)
  return {
    /** An own act, as it is done. */
    note: (entry: Entry): void => {
      // The host may tell of it before it answers; then it has its place already.
      if (store.getState().entries.some(({ id }) => id === entry.id)) return
      unplaced.add(entry.id)
      store.setState(({ entries }) => ({ entries: [...entries, entry] }))
    },
    /** Acts that are written, own ones too: what is known of their steps stays. */
    placed: (list: readonly Entry[]): void => {
      if (list.length === 0) return
      for (const { id } of list) unplaced.delete(id)
      store.setState(({ entries }) => {
        const known = new Map(entries.map((entry) => [entry.id, entry]))
        const ids = new Set(list.map(({ id }) => id))
        const others = entries.filter(({ id }) => !ids.has(id))
        return {
          entries: [
            ...others.filter((entry) => !isUnplaced(entry)),
            ...list.map((entry) => known.get(entry.id) ?? entry),
            ...others.filter(isUnplaced),
          ],
        }
      })
    },
    /** The journal as it is written, for a page that was away. */
    replaced: (list: readonly Entry[]): void => {
      for (const { id } of list) unplaced.delete(id)
      store.setState(({ entries }) => ({ entries: [...list, ...entries.filter(isUnplaced)] }))
    },
    present: ({ pages, running }: Present): void =>
      store.setState(({ running: own }) => ({
        pages: new Set(pages),
        elsewhere: new Set(running.filter((id) => !own.has(id))),
      })),
    /** Whether undo may take an act back: it was done here, or by a page that is gone. */
    isMine: ({ page: by }: Entry, pages = store.getState().pages): boolean =>
      by === undefined || by === page || !pages.has(by),
  }
}
