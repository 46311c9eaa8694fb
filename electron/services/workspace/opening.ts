import { FailureError } from '@shared/failure'
import type { WorkspaceInfo, WorkspaceState } from '@shared/workspace'
import { otherSite } from './file-failures'
import { defaultName, type Folder, wordOf } from './folder'
import type { OpenSet } from './open-set'

type Parts = {
  readonly folder: Folder
  readonly files: OpenSet
  /** This start of the program, as in the journal. */
  readonly session: string
}

/** Which workspace is opened for a site, and what is in it. */
export function createOpening({ folder, files, session }: Parts) {
  /** The one that this start of the program used last, by site. */
  const used = new Map<string, string>()
  const list = (site: string): WorkspaceInfo[] => listed(folder, files, site)
  const state = (id: string): WorkspaceState => {
    const { store, readOnly, site } = files.get(id)
    const at = files.moves.nowAt(id)
    used.set(site, at)
    const [version, present] = [store.version(), store.live().present()]
    return { info: files.info(at), readOnly, session, version, present, ...store.read() }
  }
  const create = (site: string, name: string): WorkspaceState => {
    const id = folder.freeName(name)
    const now = new Date().toISOString()
    try {
      files.make(id).store.setMeta({ site, createdAt: now, changedAt: now })
      // Closed once, so that a killed program leaves the whole file and no half-made one.
      files.shut(id)
      if (folder.hasLog(id)) throw new FailureError({ kind: 'storage', what: wordOf(id) })
      return state(id)
    } catch (error) {
      // There was no room for all of it.
      files.shut(id)
      folder.discard(id)
      throw error
    }
  }
  /** Without a name: the one in use, else the last one that holds something. */
  const lastUsed = (site: string): string | undefined => {
    const free = list(site).filter(({ closed }) => closed === null)
    const last = files.moves.nowAt(used.get(site) ?? '')
    const inUse = free.find(({ id }) => id === last)
    return (inUse ?? free.find(({ nodes }) => nodes > 0) ?? free[0])?.id
  }
  const open = (site: string, id?: string): WorkspaceState => {
    const chosen = id ?? lastUsed(site)
    if (chosen === undefined) return create(site, defaultName(site))
    // The file of this name, whatever became of the work in an earlier one.
    files.moves.forget(chosen)
    folder.pathOf(chosen)
    const isOf = files.get(chosen).site
    if (isOf === site) return state(chosen)
    throw otherSite(wordOf(chosen), isOf, site)
  }
  return {
    state,
    list,
    create,
    open,
    openPassing: (site: string, name: string, id?: string): WorkspaceState => {
      if (id !== undefined) return open(site, id)
      const kept = lastUsed(site)
      if (kept !== undefined) return state(kept)
      const old = folder.names().includes(name) ? files.info(name) : null
      if (old?.closed === null && isOnThisMachine(old.site)) {
        files.shut(name)
        folder.discard(name)
      }
      return create(site, name)
    },
  }
}

/** The last changed first; what cannot be opened may be of any site. */
const listed = (folder: Folder, files: OpenSet, site: string): WorkspaceInfo[] =>
  folder
    .names()
    .map(files.info)
    .filter((one) => one.site === site || one.closed !== null)
    .sort((a, b) => b.changedAt.localeCompare(a.changedAt))

/** Of the demo site; a file that somebody named like it may be of another. */
const isOnThisMachine = (site: string): boolean =>
  URL.canParse(site) && ['127.0.0.1', 'localhost'].includes(new URL(site).hostname)
