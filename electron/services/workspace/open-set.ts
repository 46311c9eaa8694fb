import { lstatSync } from 'node:fs'
import { FailureError } from '@shared/failure'
import type { WorkspaceInfo } from '@shared/workspace'
import { type Folder, wordOf } from './folder'
import { DamagedFile, failureOfFile } from './file-failures'
import { lasting } from './lasting-store'
import type { Looks } from './looks'
import { createMoves, type Moves } from './moves'
import { makeFile, openFile, openToWork } from './open-file'
import { createOpenedFiles, type Opened, writableOf } from './opened-files'
import type { Store } from './store'

/** The files that this process has open; each is opened once and kept. */
export type OpenSet = ReturnType<typeof createOpenSet>

type Options = {
  readonly folder: Folder
  readonly looks: Pick<Looks, 'check' | 'closed'>
  /** Takes back what this program deleted while somebody works in it; null for what it did not. */
  readonly takeBack: (id: string) => string | null
}

export function createOpenSet({ folder, looks, takeBack }: Options) {
  const moves = createMoves()
  const files = createOpenedFiles({ folder, looks, moves })
  const { open, shut } = files
  const current = (id: string): Opened => {
    const at = moves.nowAt(id)
    const known = open.get(at)
    if (known !== undefined) return files.settled(at, known)
    const back = folder.names().includes(at) ? null : takeBack(at)
    if (back !== null) moves.add({ from: at, to: back, why: 'deleted' })
    // Who works in it goes on listening there.
    return files.openNow(back ?? at, openToWork, files.lives.get(at))
  }
  const get = (id: string) => {
    const { readOnly, site } = current(id)
    return { readOnly, site, store: lasting(() => current(id).store) }
  }
  return {
    moves,
    /** What people work in under this name, wherever that is by now. */
    get,
    writable: (id: string): Store => writableOf(get(id)),
    isOpen: (id: string): boolean => open.has(id),
    /** Makes a file that is not there yet; where that fails, none is left. */
    make: (name: string): Opened => files.hold(name, makeFile(folder.newPath(name), wordOf(name))),
    shut,
    rename: renaming({ folder, files, moves, current }),
    /** Looks at every open file; one that cannot be settled now says so when it is used. */
    settleAll: (): void => {
      for (const [id, known] of [...open]) {
        try {
          files.settled(id, known)
        } catch {
          // Its next save fails with the reason.
        }
      }
    },
    /** What is in a file; one that was closed is closed again. */
    info: (id: string): WorkspaceInfo => {
      const wasOpen = open.has(id)
      try {
        const { store, site } = open.get(id) ?? files.openNow(id, openFile)
        const changedAt = dateIn(store.meta('changedAt')) ?? changedOnDisk(folder, id)
        return { id, site, changedAt, ...store.counts(), closed: null, damaged: false, lost: [] }
      } catch (error) {
        const why = failureOfFile(error, wordOf(id))
        const damaged = why instanceof DamagedFile
        const changedAt = changedOnDisk(folder, id)
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

type Renaming = {
  readonly folder: Folder
  readonly files: ReturnType<typeof createOpenedFiles>
  readonly moves: Moves
  readonly current: (id: string) => Opened
}

/**
 * Gives a file another name, under which all work in it goes on; gives that name, with a number where
 * it was taken. Throws where that cannot be done, and then it is as it was.
 */
const renaming =
  ({ folder, files, moves, current }: Renaming) =>
  (id: string, name: string): string => {
    const from = moves.nowAt(id)
    const { live } = current(from)
    const to = folder.isSame(from, name) ? name : folder.freeName(name)
    folder.newPath(to)
    files.shut(from)
    try {
      if (to !== from) folder.rename(from, to)
    } catch (cause) {
      files.openNow(from, openToWork, live)
      throw new FailureError({ kind: 'storage', what: wordOf(from) }, { cause })
    }
    if (to !== from) moves.add({ from, to, why: 'renamed' })
    files.openNow(to, openToWork, live)
    return to
  }

const nothing = { site: '', nodes: 0, edges: 0, lost: [] }

const dateIn = (text: string | null): string | null => {
  const time = new Date(text ?? '')
  return Number.isNaN(time.getTime()) ? null : time.toISOString()
}

/** What cannot even be looked at is listed as the oldest. */
function changedOnDisk({ pathOf }: Folder, id: string): string {
  try {
    // Of a link the link itself: what it leads to may not be there.
    return lstatSync(pathOf(id)).mtime.toISOString()
  } catch {
    return new Date(0).toISOString()
  }
}
