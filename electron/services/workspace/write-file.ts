import { basename } from 'node:path'
import { FailureError } from '@shared/failure'
import { quoted } from '@shared/text'
import { damagedFile, failureOfFile, inUse, noSite, noWorkspace, unlooked } from './file-failures'
import { ending } from './folder'
import { createInspector } from './inspect'
import { lacksSite, openToWork } from './open-file'
import { writableOf } from './opened-files'
import { createStore, type Store } from './store'

export type WrittenWorkspace = {
  readonly site: string
  readonly store: Store
  readonly close: () => void
}

/**
 * Opens a workspace's file to work in it, wherever it is, with the lock that the window takes. It is
 * looked at first, in a process of its own. Throws a failure where it is open elsewhere, damaged, or
 * may not be written.
 */
export async function openWorkspaceFile(path: string): Promise<WrittenWorkspace> {
  const what = `The workspace ${quoted(basename(path, ending))}`
  const inspector = createInspector()
  try {
    const [look] = await inspector.look([path])
    if (look === 'busy') throw new FailureError(inUse(what))
    if (look === 'strange') throw new FailureError(noWorkspace(what))
    if (look === 'damaged') throw damagedFile(what)
    if (look !== 'whole') throw new FailureError(unlooked(what))
    if (lacksSite(path, what)) throw noSite(what)
    return opened(path, what)
  } catch (error) {
    throw failureOfFile(error, what)
  } finally {
    inspector.close()
  }
}

function opened(path: string, what: string): WrittenWorkspace {
  const { db, readOnly, close } = openToWork(path, what)
  try {
    const store = writableOf({ readOnly, store: createStore(db, what, close) })
    return { site: store.meta('site') ?? '', store, close }
  } catch (error) {
    close()
    throw error
  }
}
