import { randomUUID } from 'node:crypto'
import type { GraphFile } from '@shared/graph'
import type {
  KeptSnapshot,
  WorkspaceChange,
  WorkspaceInfo,
  WorkspaceState,
} from '@shared/workspace'
import { createCopies } from './copies'
import { createFolder, defaultName, type Folder, rule, wordOf } from './folder'
import { createInspector, type Fork } from './inspect'
import { createLooks } from './looks'
import { createOpenSet, type OpenSet } from './open-set'
import type { Store } from './store'
import { createTakingIn } from './take-in'

/** The workspaces in one folder. Each is open in one program at a time. */
export type Workspaces = {
  /** Whether none was there when the program started. */
  readonly wereNone: boolean
  list(site: string): WorkspaceInfo[]
  open(site: string, id?: string): WorkspaceState
  /** For a site that is made anew at each start: what was kept of an earlier one is dropped. */
  openPassing(site: string, name: string, id?: string): WorkspaceState
  create(site: string, name: string): WorkspaceState
  /** The store of one that is open. Throws where it is not, or where it may not be written. */
  writable(id: string): Store
  save(id: string, change: WorkspaceChange): void
  copy(id: string, name: string): WorkspaceInfo
  download(id: string): { name: string; data: string }
  upload(site: string, name: string, data: string): Promise<WorkspaceInfo>
  /** What can be read of a damaged one, as a new one; tells in `lost` what could not. */
  rescue(site: string, id: string): Promise<WorkspaceInfo>
  /** Looks at what is new in the folder, in a process of its own, before any of it is opened. */
  look(): Promise<void>
  remove(id: string): void
  keepSnapshot(id: string, name: string, graph: GraphFile): KeptSnapshot
  readSnapshot(id: string, snapshot: string): GraphFile
  removeSnapshot(id: string, snapshot: string): void
  close(): void
}

/** Opens, lists and keeps workspaces below a folder of their own. */
export function createWorkspaces(dataDir: string, session: string, fork?: Fork): Workspaces {
  const folder = createFolder(dataDir)
  const inspector = createInspector(fork)
  const looks = createLooks(folder, inspector)
  const files = createOpenSet(folder, looks)
  const wereNone = isEmpty(folder)
  /** The one that this start of the program used last, by site. */
  const used = new Map<string, string>()
  const list = (site: string): WorkspaceInfo[] => listed(folder, files, site)
  const state = (id: string): WorkspaceState => {
    const { store, readOnly, site } = files.get(id)
    used.set(site, id)
    return { info: files.info(id), readOnly, session, ...store.read() }
  }
  const create = (site: string, name: string): WorkspaceState => {
    const id = folder.freeName(name)
    const now = new Date().toISOString()
    files.make(id).store.setMeta({ site, createdAt: now, changedAt: now })
    // Closed once, so that a killed program leaves the whole file and no half-made one.
    files.shut(id)
    return state(id)
  }
  /** Without a name: the one in use, else the last one that holds something. */
  const lastUsed = (site: string): string | undefined => {
    const free = list(site).filter(({ closed }) => closed === null)
    const inUse = free.find(({ id }) => id === used.get(site))
    return (inUse ?? free.find(({ nodes }) => nodes > 0) ?? free[0])?.id
  }
  const open = (site: string, id?: string): WorkspaceState => {
    const chosen = id ?? lastUsed(site)
    if (chosen === undefined) return create(site, defaultName(site))
    const isOf = files.get(chosen).site
    if (isOf === site) return state(chosen)
    throw rule(`${wordOf(chosen)} is about ${isOf}, not ${site}.`, 'Open that site first.')
  }
  const remove = (id: string): void => {
    files.shut(id)
    folder.discard(id)
  }
  return {
    wereNone,
    list,
    create,
    open,
    remove,
    openPassing: (site, name, id) => {
      if (id !== undefined) return open(site, id)
      const kept = lastUsed(site)
      if (kept !== undefined) return state(kept)
      const old = folder.names().includes(name) ? files.info(name) : null
      if (old?.closed === null) remove(name)
      return create(site, name)
    },
    writable: files.writable,
    save: (id, change) => files.writable(id).save(change),
    look: () => looks.look(files.isOpen),
    ...createCopies(folder, files),
    ...createTakingIn(folder, files, inspector),
    ...snapshotsIn(files),
    close: files.close,
  }
}

/** The last changed first; what cannot be opened may be of any site. */
const listed = (folder: Folder, files: OpenSet, site: string): WorkspaceInfo[] =>
  folder
    .names()
    .map(files.info)
    .filter((one) => one.site === site || one.closed !== null)
    .sort((a, b) => b.changedAt.localeCompare(a.changedAt))

const snapshotsIn = (files: OpenSet) => ({
  keepSnapshot: (id: string, name: string, graph: GraphFile): KeptSnapshot => {
    const { nodes, edges } = graph.stats
    const kept = { id: randomUUID(), name, at: new Date().toISOString(), nodes, edges }
    files.writable(id).keepSnapshot(kept, graph)
    return kept
  },
  readSnapshot: (id: string, snapshot: string): GraphFile => {
    const graph = files.get(id).store.snapshot(snapshot)
    if (graph === null) throw rule('This snapshot is no longer there.', 'Choose another one.')
    return graph
  },
  removeSnapshot: (id: string, snapshot: string): void =>
    files.writable(id).removeSnapshot(snapshot),
})

/** A folder that cannot be read says so when it is used. */
function isEmpty(folder: Folder): boolean {
  try {
    return folder.names().length === 0
  } catch {
    return false
  }
}
