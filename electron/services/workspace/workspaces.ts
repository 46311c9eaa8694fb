import { randomUUID } from 'node:crypto'
import { FailureError } from '@shared/failure'
import type { GraphFile } from '@shared/graph'
import {
  KeptSnapshot,
  type SavedBy,
  type Trashed,
  type WorkspaceChange,
  type WorkspaceEvent,
  type WorkspaceInfo,
  type WorkspaceMove,
  type WorkspaceState,
} from '@shared/workspace'
import { createCopies } from './copies'
import { createDownloads } from './downloads'
import type { Fork } from '../child'
import { gone, inUse } from './file-failures'
import { createFolder, type Folder, wordOf } from './folder'
import { createInspector } from './inspect'
import { createLooks } from './looks'
import { createOpenSet, type OpenSet } from './open-set'
import { createOpening } from './opening'
import type { Store } from './store'
import { createTakingIn } from './take-in'
import { createTrash } from './trash'
import { createUploads } from './uploads'
import { watchMoves } from './watch-moves'
import { watchStore } from './watch-store'

/** The workspaces in one folder. Each is open in one program at a time. */
export type Workspaces = {
  /** Where their files are. */
  readonly folder: string
  /** Whether none was there when the program started. */
  readonly wereNone: boolean
  list(site: string): WorkspaceInfo[]
  open(site: string, id?: string): WorkspaceState
  /** For a site that is made anew at each start: what was kept of an earlier one is dropped. */
  openPassing(site: string, name: string, id?: string): WorkspaceState
  create(site: string, name: string): WorkspaceState
  /** The store of one that is open. Throws where it is not, or where it may not be written. */
  writable(id: string): Store
  save(id: string, change: WorkspaceChange, by?: SavedBy): void
  /** What is written to one, for a page that has it open, until the signal aborts. */
  follow(
    id: string,
    wanted: { readonly page: string; readonly since: number },
    signal: AbortSignal | undefined,
  ): AsyncGenerator<WorkspaceEvent, void>
  copy(id: string, name: string): WorkspaceInfo
  /** Files on their way out. */
  readonly downloads: Pick<ReturnType<typeof createDownloads>, 'begin' | 'part' | 'drop'>
  /** Files on their way in. */
  readonly uploads: Pick<ReturnType<typeof createUploads>, 'begin' | 'bring' | 'add' | 'drop'>
  /** Takes in a file that is all there. */
  upload(site: string, name: string, uploaded: string): Promise<WorkspaceInfo>
  /** What can be read of a damaged one, as a new one; tells in `lost` what could not. */
  rescue(site: string, id: string): Promise<WorkspaceInfo>
  /** Looks at what is new in the folder, in a process of its own, before any of it is opened. */
  look(): Promise<void>
  info(id: string): WorkspaceInfo
  /** Tells when the work in one goes on under another name, until the signal aborts. */
  watch(id: string, signal?: AbortSignal): AsyncGenerator<WorkspaceMove, void>
  /** Gives one another name, with a number where it is taken; all work in it goes on there. */
  rename(id: string, name: string): WorkspaceInfo
  /** Moves one to the trash. Throws where another program has it open. */
  remove(id: string): Trashed
  trash(): Trashed[]
  /** Takes one back; gives its name. */
  restore(trashed: string): string
  /** Deletes for good what is in the trash. */
  discard(trashed: readonly string[]): void
  keepSnapshot(id: string, name: string, graph: GraphFile): KeptSnapshot
  readSnapshot(id: string, snapshot: string): GraphFile
  /** Marks it as deleted. */
  removeSnapshot(id: string, snapshot: string): KeptSnapshot
  restoreSnapshot(id: string, snapshot: string): KeptSnapshot
  /** Deletes it for good. */
  discardSnapshot(id: string, snapshot: string): void
  close(): void
}

/** Opens, lists and keeps workspaces below a folder of their own. */
export function createWorkspaces(dataDir: string, session: string, fork?: Fork): Workspaces {
  const folder = createFolder(dataDir)
  const inspector = createInspector(fork)
  const looks = createLooks(folder, inspector)
  const deleting = createDeleting(folder)
  const files = createOpenSet({ folder, looks, takeBack: deleting.takeBack })
  const taking = createTakingIn(folder, files, inspector)
  const uploads = createUploads(folder)
  const downloads = createDownloads(files)
  const wereNone = isEmpty(folder)
  const closing = new AbortController()
  const until = (signal?: AbortSignal) =>
    AbortSignal.any([closing.signal, ...(signal ? [signal] : [])])
  const { state, ...opening } = createOpening({ folder, files, session })
  return {
    folder: folder.path,
    wereNone,
    ...opening,
    ...deleting.from(files),
    info: files.info,
    watch: (id, signal) => watchMoves(files, id, until(signal)),
    writable: files.writable,
    rename: (id, name) => files.info(files.rename(id, name)),
    follow: (id, { page, since }, signal) =>
      watchStore(files.get(id).store, { page, since, state: () => state(id) }, until(signal)),
    save: (id, change, by) => files.writable(id).save(change, by),
    look: () => {
      // What another program has put in the place of an open file is looked at too.
      files.settleAll()
      return looks.look(files.isOpen)
    },
    ...createCopies(folder, files),
    uploads,
    downloads,
    rescue: taking.rescue,
    upload: (site, name, uploaded) =>
      uploads.take(uploaded, (path) => taking.takeIn(site, name, path)),
    ...snapshotsIn(files),
    close: () => {
      closing.abort()
      inspector.close()
      uploads.close()
      downloads.close()
      files.close()
    },
  }
}

function createDeleting(folder: Folder) {
  const trash = createTrash(folder)
  /** What was deleted in this start of the program, by its name then. */
  const here = new Map<string, string>()
  return {
    /** For somebody who still works in it. */
    takeBack: (id: string): string | null => {
      const trashed = here.get(id)
      here.delete(id)
      return trashed === undefined ? null : trash.restore(trashed)
    },
    from: (files: OpenSet) => ({
      trash: trash.list,
      restore: trash.restore,
      discard: trash.discard,
      remove: (id: string): Trashed => {
        const info = files.info(id)
        if (isInUseElsewhere(info)) throw new FailureError(inUse(wordOf(id)))
        files.shut(id)
        const trashed = trash.put(info)
        here.set(id, trashed.id)
        return trashed
      },
    }),
  }
}

const snapshotsIn = (files: OpenSet) => ({
  keepSnapshot: (id: string, name: string, graph: GraphFile): KeptSnapshot => {
    const { nodes, edges } = graph.stats
    const kept = KeptSnapshot.parse({
      ...{ id: randomUUID(), name, at: new Date().toISOString() },
      ...{ nodes, edges },
    })
    return files.writable(id).keepSnapshot(kept, graph)
  },
  readSnapshot: (id: string, snapshot: string): GraphFile => {
    const graph = files.get(id).store.snapshot(snapshot)
    if (graph === null) throw gone('This snapshot is no longer there.', 'Choose another one.')
    return graph
  },
  removeSnapshot: (id: string, snapshot: string): KeptSnapshot =>
    files.writable(id).removeSnapshot(snapshot),
  restoreSnapshot: (id: string, snapshot: string): KeptSnapshot =>
    files.writable(id).restoreSnapshot(snapshot),
  discardSnapshot: (id: string, snapshot: string): void =>
    files.writable(id).discardSnapshot(snapshot),
})

const isInUseElsewhere = ({ closed }: WorkspaceInfo): boolean => closed?.kind === 'workspace-in-use'

/** A folder that cannot be read says so when it is used. */
function isEmpty(folder: Folder): boolean {
  try {
    return folder.names().length === 0
  } catch {
    return false
  }
}
