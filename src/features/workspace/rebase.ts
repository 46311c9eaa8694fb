import { type Kept, keptChanging, type WorkspaceChange } from '@shared/workspace'

/** One save of this page, by its number. */
export type Save = { readonly n: number; readonly change: WorkspaceChange }

/**
 * What is kept, as it is written for sure, and over it what this page has done since and has not yet
 * heard back in its turn. What others wrote goes below that, as it does in the file.
 */
export function createRebase(opened: Kept) {
  let base = opened
  let waiting: readonly Save[] = []
  const over = (kept: Kept, { change }: Save): Kept =>
    change.kept === undefined ? kept : keptChanging.apply(kept, change.kept)
  const upTo = (n: number): readonly Save[] => {
    const settled = waiting.filter((save) => save.n <= n)
    waiting = waiting.filter((save) => save.n > n)
    return settled
  }
  return {
    add: (save: Save): void => void (waiting = [...waiting, save]),
    /** Saves that were not heard back yet, in their order. */
    waiting: (): readonly Save[] => waiting,
    /** The page's own save was written, in its turn. */
    settle: (n: number): readonly Save[] => {
      const settled = upTo(n)
      base = settled.reduce(over, base)
      return settled
    },
    /** Another page's save was written. */
    arrive: (change: WorkspaceChange['kept']): void => {
      if (change !== undefined) base = keptChanging.apply(base, change)
    },
    /** All of it, with the page's own saves up to a number. */
    begin: (kept: Kept, n: number): void => {
      upTo(n)
      base = kept
    },
    shown: (): Kept => waiting.reduce(over, base),
  }
}
