import { lstatSync } from 'node:fs'
import { type Failure, FailureError } from '@shared/failure'
import type { WorkspaceInfo } from '@shared/workspace'
import { type Folder, wordOf } from './folder'
import { DamagedFile, failureOfFile } from './file-failures'
import type { Looks } from './looks'
import { makeFile, openFile, type OpenFile } from './open-file'
import { createStore, type Store } from './store'

type Opened = {
  readonly store: Store
  readonly readOnly: Failure | null
  readonly site: string
}

/** The files that this process has open; each is opened once and kept. */
export type OpenSet = ReturnType<typeof createOpenSet>

export function createOpenSet({ pathOf, newPath }: Folder, looks: Pick<Looks, 'check' | 'closed'>) {
  const open = new Map<string, Opened>()
  const hold = (id: string, { db, readOnly, close }: OpenFile): Opened => {
    const store = createStore(db, wordOf(id), close)
    try {
      const made = { store, readOnly, site: store.meta('site') ?? '' }
      open.set(id, made)
      return made
    } catch (error) {
      close()
      throw error
    }
  }
  const get = (id: string): Opened => {
    const known = open.get(id)
    if (known !== undefined) return known
    looks.check(id)
    const found = hold(id, openFile(pathOf(id), wordOf(id)))
    if (URL.canParse(found.site)) return found
    shut(id)
    throw new DamagedFile(`${wordOf(id)} does not say which site it is about.`)
  }
  const shut = (id: string): void => {
    const closing = open.get(id)
    if (closing === undefined) return
    open.delete(id)
    closing.store.close()
    if (closing.readOnly === null) looks.closed(id)
  }
  return {
    get,
    isOpen: (id: string): boolean => open.has(id),
    /** Makes a file that is not there yet; where that fails, none is left. */
    make: (name: string): Opened => hold(name, makeFile(newPath(name), wordOf(name))),
    shut,
    writable: (id: string): Store => writableOf(get(id)),
    /** What is in a file; one that was closed is closed again. */
    info: (id: string): WorkspaceInfo => {
      const wasOpen = open.has(id)
      try {
        const { store, site } = get(id)
        const changedAt = dateIn(store.meta('changedAt')) ?? changedOnDisk(pathOf, id)
        return { id, site, changedAt, ...store.counts(), closed: null, damaged: false, lost: [] }
      } catch (error) {
        const why = failureOfFile(error, wordOf(id))
        const damaged = why instanceof DamagedFile
        const changedAt = changedOnDisk(pathOf, id)
        return { ...nothing, id, changedAt, closed: why.failure, damaged }
      } finally {
        if (!wasOpen) shut(id)
      }
    },
    close: (): void => {
      for (const id of [...open.keys()]) shut(id)
    },
  }
}

function writableOf({ store, readOnly }: Opened): Store {
  if (readOnly !== null) throw new FailureError(readOnly)
  return store
}

const nothing = { site: '', nodes: 0, edges: 0, lost: [] }

const dateIn = (text: string | null): string | null => {
  const time = new Date(text ?? '')
  return Number.isNaN(time.getTime()) ? null : time.toISOString()
}

/** What cannot even be looked at is listed as the oldest. */
function changedOnDisk(pathOf: Folder['pathOf'], id: string): string {
  try {
    // Of a link the link itself: what it leads to may not be there.
    return lstatSync(pathOf(id)).mtime.toISOString()
  } catch {
    return new Date(0).toISOString()
  }
}
