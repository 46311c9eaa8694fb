import { statSync } from 'node:fs'
import { type Failure, FailureError } from '@shared/failure'
import type { WorkspaceInfo } from '@shared/workspace'
import { type Folder, wordOf } from './folder'
import { failureOfFile, openFile } from './open-file'
import { createStore, type Store } from './store'

type Opened = {
  readonly store: Store
  readonly readOnly: Failure | null
  readonly site: string
}

/** The files that this process has open; each is opened once and kept. */
export type OpenSet = ReturnType<typeof createOpenSet>

export function createOpenSet({ pathOf }: Folder) {
  const open = new Map<string, Opened>()
  const get = (id: string): Opened => {
    const known = open.get(id)
    if (known !== undefined) return known
    const { db, readOnly } = openFile(pathOf(id), wordOf(id))
    const store = createStore(db, wordOf(id))
    const made = { store, readOnly, site: store.meta('site') ?? '' }
    open.set(id, made)
    return made
  }
  const shut = (id: string): void => {
    open.get(id)?.store.close()
    open.delete(id)
  }
  return {
    get,
    shut,
    writable: (id: string): Store => {
      const { store, readOnly } = get(id)
      if (readOnly !== null) throw new FailureError(readOnly)
      return store
    },
    /** What is in a file; one that was closed is closed again. */
    info: (id: string): WorkspaceInfo => {
      const wasOpen = open.has(id)
      try {
        const { store, site } = get(id)
        const changedAt = store.meta('changedAt') ?? new Date(0).toISOString()
        return { id, site, changedAt, ...store.counts(), closed: null }
      } catch (error) {
        const changedAt = statSync(pathOf(id)).mtime.toISOString()
        const closed = failureOfFile(error, wordOf(id)).failure
        return { id, site: '', changedAt, nodes: 0, edges: 0, closed }
      } finally {
        if (!wasOpen) shut(id)
      }
    },
    close: (): void => {
      for (const id of [...open.keys()]) shut(id)
    },
  }
}
