import { statSync } from 'node:fs'
import { FailureError } from '@shared/failure'
import { damagedFile, noWorkspace, unlooked } from './file-failures'
import { type Folder, wordOf } from './folder'
import type { Inspector, Look } from './inspect'

/** What is known of the files in the folder, each as it was when it was looked at. */
export type Looks = ReturnType<typeof createLooks>

/** Files come into the folder by other programs too, so each is looked at before it is opened. */
export function createLooks(folder: Folder, inspector: Inspector) {
  const known = new Map<string, { readonly stamp: string; readonly look: Look }>()
  let last: Promise<unknown> = Promise.resolve()
  const stampOf = (id: string): string | null => stamped(folder, id)
  const lookNow = async (isOpen: (id: string) => boolean): Promise<void> => {
    const unknown = folder.names().flatMap((id) => {
      const stamp = isOpen(id) ? null : stampOf(id)
      const before = known.get(id)
      const isKnown = before?.stamp === stamp && !isOpenQuestion(before.look)
      return stamp === null || isKnown ? [] : [{ id, stamp }]
    })
    const looks = await inspector.look(unknown.map(({ id }) => folder.pathOf(id)))
    for (const [at, { id, stamp }] of unknown.entries()) {
      const look = looks[at]
      // Another program will close it, and may leave it otherwise.
      if (look === undefined || look === 'busy') continue
      const before = known.get(id)
      const isLateAgain = look === 'late' && before?.look === 'late' && before.stamp === stamp
      known.set(id, { stamp, look: isLateAgain ? 'damaged' : look })
    }
  }
  return {
    /** Looks at what is new or was changed. Two at a time would only get in each other's way. */
    look: (isOpen: (id: string) => boolean): Promise<void> => {
      const work = last.then(() => lookNow(isOpen))
      last = work.catch(() => undefined)
      return work
    },
    /** Throws where a file is not to be opened. */
    check: (id: string): void => {
      const found = known.get(id)
      if (found === undefined || found.stamp !== stampOf(id)) return
      if (found.look === 'damaged') throw damagedFile(wordOf(id))
      if (isOpenQuestion(found.look)) throw new FailureError(unlooked(wordOf(id)))
      if (found.look === 'strange') throw new FailureError(noWorkspace(wordOf(id)))
    },
    /** It was closed by us, so it is as we wrote it. */
    closed: (id: string): void => {
      const stamp = stampOf(id)
      if (stamp !== null) known.set(id, { stamp, look: 'whole' })
    },
  }
}

/** Such a file is looked at again. */
const isOpenQuestion = (look: Look): boolean => look === 'unknown' || look === 'late'

/** Tells one state of a file from another; null for what is no file. */
function stamped(folder: Folder, id: string): string | null {
  try {
    const path = folder.pathOf(id)
    const file = statSync(path, { bigint: true })
    if (!file.isFile() || file.size === 0n) return null
    const log = statSync(`${path}-wal`, { bigint: true, throwIfNoEntry: false })
    return [file.ino, file.size, file.mtimeNs, log?.size, log?.mtimeNs].join(' ')
  } catch {
    return null
  }
}
