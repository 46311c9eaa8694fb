import { z } from 'zod'
import { GraphFile } from '../graph'
import {
  KeptSnapshot,
  WorkspaceChange,
  WorkspaceId,
  WorkspaceInfo,
  WorkspaceName,
  WorkspaceState,
} from '../workspace'
import { failing } from './failing'

const onProfile = z.object({ profile: z.string() })
const onWorkspace = onProfile.extend({ workspace: WorkspaceId })

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
  save: failing.input(onWorkspace.extend({ change: WorkspaceChange })).output(z.null()),
  /** A copy under another name beside it, which stays closed. */
  copy: failing.input(onWorkspace.extend({ name: WorkspaceName })).output(WorkspaceInfo),
  /** The whole file, base64. */
  download: failing.input(onWorkspace).output(z.object({ name: z.string(), data: z.base64() })),
  /** Takes a file in as a new workspace. */
  upload: failing
    .input(onProfile.extend({ name: z.string().max(200), data: z.base64() }))
    .output(WorkspaceInfo),
  /** Saves what can be read of a damaged one into a new one, whose `lost` says what is not in it. */
  rescue: failing.input(onWorkspace).output(WorkspaceInfo),
  remove: failing.input(onWorkspace).output(z.null()),
  keepSnapshot: failing
    .input(onWorkspace.extend({ name: z.string().min(1).max(200), graph: GraphFile }))
    .output(KeptSnapshot),
  readSnapshot: failing.input(onWorkspace.extend({ snapshot: z.string() })).output(GraphFile),
  removeSnapshot: failing.input(onWorkspace.extend({ snapshot: z.string() })).output(z.null()),
}
