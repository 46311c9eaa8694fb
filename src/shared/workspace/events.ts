import { z } from 'zod'
import { Step } from '../edit'
import { WorkspaceChange } from './change'
import { KeptSnapshot, Present, WorkspaceState } from './model'

/** One save of one page: which page, and the number that it gave to it. */
export const SavedBy = z.object({ page: z.string().min(1).max(64), n: z.int().positive() })
export type SavedBy = z.infer<typeof SavedBy>

/** What was written to a workspace: by a save, by an act at the server, or by a snapshot. */
export const WorkspaceUpdate = WorkspaceChange.extend({
  steps: z.array(z.object({ entry: z.string(), at: z.int(), step: Step })).optional(),
  /** All of them, as they are now. */
  snapshots: z.array(KeptSnapshot).optional(),
})
export type WorkspaceUpdate = z.infer<typeof WorkspaceUpdate>

/** What a page hears of a workspace that it has open, in the order in which it was written. */
export const WorkspaceEvent = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('update'),
    version: z.int(),
    by: z.string().nullable(),
    /** The number of the save; null where it was none. */
    n: z.int().nullable(),
    /** Nothing where it is a save of the page itself: it knows what it has sent. */
    update: WorkspaceUpdate,
  }),
  /** The whole, where the page was away for longer than is remembered. */
  z.object({
    kind: z.literal('anew'),
    version: z.int(),
    /** The last save of this page that is in it; 0 for none. */
    n: z.int(),
    state: WorkspaceState,
  }),
  z.object({ kind: z.literal('present'), present: Present }),
])
export type WorkspaceEvent = z.infer<typeof WorkspaceEvent>
