import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { GraphFile } from '../graph'
import {
  KeptSnapshot,
  Trashed,
  SavedBy,
  WorkspaceChange,
  WorkspaceEvent,
  WorkspaceId,
  WorkspaceInfo,
  WorkspaceMove,
  WorkspaceName,
  WorkspaceState,
} from '../workspace'
import { failing } from './failing'

const onProfile = z.object({ profile: z.string() })
const onWorkspace = onProfile.extend({ workspace: WorkspaceId })
const onUpload = z.object({ upload: z.uuid() })
const onDownload = z.object({ download: z.uuid() })
const onSnapshot = onWorkspace.extend({ snapshot: z.string() })

/** A workspace is one file; what is told here is written before it is answered. */
export const workspaceContract = {
  /** The workspaces of a profile's site, the last used first. */
  list: failing.input(onProfile).output(z.array(WorkspaceInfo)),
  /** The named one, or the last used, or a new one where there is none. */
  open: failing
    .input(onProfile.extend({ workspace: WorkspaceId.optional() }))
    .output(WorkspaceState),
  /** An empty one; a name that is taken gets a number. */
  create: failing.input(onProfile.extend({ name: WorkspaceName })).output(WorkspaceState),
  /** A save that was written before, by its number, is passed over. */
  save: failing
    .input(onWorkspace.extend({ change: WorkspaceChange, by: SavedBy.optional() }))
    .output(z.null()),
  /** What is written to it, by whatever page, from the version on that the page has. */
  follow: failing
    .input(onWorkspace.extend({ page: SavedBy.shape.page, since: z.int().nonnegative() }))
    .output(eventIterator(WorkspaceEvent)),
  /** Tells when another program takes hold of the file, and where the work goes on. */
  watch: failing.input(onWorkspace).output(eventIterator(WorkspaceMove)),
  /** A copy under another name beside it, which stays closed. */
  copy: failing.input(onWorkspace.extend({ name: WorkspaceName })).output(WorkspaceInfo),
  /** Gives it another name; one that is taken gets a number. Its pages hear of it by `watch`. */
  rename: failing.input(onWorkspace.extend({ name: WorkspaceName })).output(WorkspaceInfo),
  /** The whole file as it is now, which goes out by parts, as one comes in. */
  downloadBegin: failing
    .input(onWorkspace)
    .output(onDownload.extend({ name: z.string(), size: z.int().nonnegative() })),
  /** The bytes from `at` on, base64, as many as fit in a part. */
  downloadPart: failing.input(onDownload.extend({ at: z.int().nonnegative() })).output(z.base64()),
  downloadDrop: failing.input(onDownload).output(z.null()),
  /** A file comes in by parts, one after the other, since a message has an end and a file may be any size. */
  uploadBegin: failing.output(z.object({ upload: z.uuid() })),
  /** The bytes from `at` on; gives how many are there with them. */
  uploadPart: failing
    .input(onUpload.extend({ at: z.int().nonnegative(), data: z.base64().max(2 ** 21) }))
    .output(z.int()),
  uploadDrop: failing.input(onUpload).output(z.null()),
  /** Takes a file that is all there in as a new workspace. */
  upload: failing
    .input(onProfile.extend({ name: z.string().max(200), upload: z.uuid() }))
    .output(WorkspaceInfo),
  /** Saves what can be read of a damaged one into a new one, whose `lost` says what is not in it. */
  rescue: failing.input(onWorkspace).output(WorkspaceInfo),
  /** Moves one to the trash, where it stays until a person takes it back or deletes it for good. */
  remove: failing.input(onWorkspace).output(Trashed),
  /** All that is in the trash, of any site, the last deleted first. */
  trash: failing.output(z.array(Trashed)),
  /** Takes one back; its name gets a number where it is taken by now. */
  restore: failing.input(z.object({ trashed: Trashed.shape.id })).output(WorkspaceInfo),
  /** Deletes for good. */
  discard: failing.input(z.object({ trashed: z.array(Trashed.shape.id) })).output(z.null()),
  keepSnapshot: failing
    .input(onWorkspace.extend({ name: z.string().min(1).max(200), graph: GraphFile }))
    .output(KeptSnapshot),
  readSnapshot: failing.input(onSnapshot).output(GraphFile),
  /** It stays in the file, marked as deleted. */
  removeSnapshot: failing.input(onSnapshot).output(KeptSnapshot),
  restoreSnapshot: failing.input(onSnapshot).output(KeptSnapshot),
  /** Deletes for good. */
  discardSnapshot: failing.input(onSnapshot).output(z.null()),
}
