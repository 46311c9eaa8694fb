import type { Entry } from '@shared/edit'
import type { Kept, Present, WorkspaceState, WorkspaceUpdate } from '@shared/workspace'

/** Where what other pages did is shown. */
export type Arrivals = {
  /** Puts what is kept as it is now; the rest of it stays untouched. */
  kept(was: Kept, now: Kept): void
  update(update: WorkspaceUpdate, version: number): void
  /** The page's own acts have their place in the journal. */
  settled(entries: readonly Entry[]): void
  /** The whole, after the page was away for long. */
  anew(state: WorkspaceState): void
  present(present: Present): void
}
