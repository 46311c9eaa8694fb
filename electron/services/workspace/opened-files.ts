import { type Failure, FailureError } from '@shared/failure'
import { failureOfFile, noSite } from './file-failures'
import { defaultName, type Folder, wordOf } from './folder'
import type { HeldFile, Touch } from './held-file'
import { createLive, type Live } from './live'
import type { Looks } from './looks'
import type { Moves } from './moves'
import { lacksSite, type openFile, type OpenFile, openToWork } from './open-file'
import { createStore, type Store } from './store'

export type Opened = {
  readonly store: Store
  readonly readOnly: Failure | null
  readonly site: string
  readonly held: HeldFile | null
  /** Who listens and what is being sent: that goes on whatever becomes of the file. */
  readonly live: Live
}

type Parts = {
  readonly folder: Folder
  readonly looks: Pick<Looks, 'check' | 'closed'>
  readonly moves: Moves
}
type How = typeof openFile

function openedBy(how: How, path: string, what: string): OpenFile {
  if (lacksSite(path, what)) throw noSite(what)
  return how(path, what)
}

/** Opens each file once, and sees to it that no other program takes away what was done in it. */
export function createOpenedFiles({ folder, looks, moves }: Parts) {
  const open = new Map<string, Opened>()
  /** Who listens to a workspace, by its name. */
  const lives = new Map<string, Live>()
  const hold = (id: string, file: OpenFile, live = createLive()): Opened => {
    lives.set(id, live)
    live.reopened()
    const store = createStore(file.db, wordOf(id), file.close, live)
    try {
      const { readOnly, held } = file
      const made = { store, readOnly, held, live, site: store.meta('site') ?? '' }
      open.set(id, made)
      return made
    } catch (error) {
      file.close()
      throw error
    }
  }
  const close = (id: string, { store, readOnly }: Opened): void => {
    open.delete(id)
    store.close()
    if (readOnly === null) looks.closed(id)
  }
  const openNow = (id: string, how: How = openToWork, live = lives.get(id)): Opened => {
    looks.check(id)
    const found = hold(id, openedBy(how, folder.pathOf(id), wordOf(id)), live)
    if (URL.canParse(found.site)) return found
    close(id, found)
    throw noSite(wordOf(id))
  }
  const goOn = (id: string, known: Opened, why: Touch): Opened => {
    const name = saveElsewhere(folder, id, known, why)
    open.delete(id)
    known.held?.letGo(why)
    moves.add({ from: id, to: name, why })
    return openNow(name, openToWork, known.live)
  }
  return {
    ...{ open, lives, hold, openNow },
    /** An open file as it is by now: opened anew, or under another name, where that is called for. */
    settled: (id: string, known: Opened): Opened => {
      const touch = touchOf(known)
      if (touch !== null) return goOn(id, known, touch)
      if (known.held?.isStale() !== true) return known
      close(id, known)
      return openNow(id, openToWork, known.live)
    },
    shut: (id: string): void => {
      const closing = open.get(id)
      if (closing === undefined) return
      const touch = touchOf(closing)
      if (touch === null) return close(id, closing)
      try {
        const moved = goOn(id, closing, touch)
        close(moves.nowAt(id), moved)
      } catch {
        // There is no room for it; the file of the other program is left whole all the same.
        open.delete(id)
        closing.held?.letGo(touch)
      }
    },
  }
}

/** Saves what was done in a file that is no longer ours under another name, which it gives. */
function saveElsewhere(folder: Folder, id: string, { held, site }: Opened, why: Touch): string {
  const stem = folder.nameFrom(id)?.slice(0, 60) ?? defaultName(site)
  const name = folder.freeName(`${stem} recovered`)
  try {
    held?.saveTo(folder.newPath(name), why)
    return name
  } catch (error) {
    folder.discard(name)
    throw failureOfFile(error, wordOf(name))
  }
}

const touchOf = ({ held }: Opened): Touch | null => held?.touched() ?? null

/** Throws where it may not be written. */
export function writableOf({ readOnly, store }: Pick<Opened, 'readOnly' | 'store'>): Store {
  if (readOnly !== null) throw new FailureError(readOnly)
  return store
}
