import { copyFileSync, rmSync, statSync, truncateSync } from 'node:fs'
import type Database from 'libsql'
import { FailureError } from '@shared/failure'
import type { WorkspaceMove } from '@shared/workspace'
import type { BaseCopy } from './base-copy'
import { closeFile } from './close-file'

/** What another program has done to an open file. */
export type Touch = Exclude<WorkspaceMove['why'], 'renamed'>

/** An open file of which another program may take hold: cloud storage, a restore, a person. */
export type HeldFile = {
  /** Null where nobody has been at it, or where it was written anew with what it held. */
  touched(): Touch | null
  /** Whether it is better opened anew: its log has grown, or its lock may be gone. */
  isStale(): boolean
  /** Writes all that was done in it to a new file. */
  saveTo(path: string, why: Touch): void
  /** Leaves the file as the other program left it. */
  letGo(why: Touch): void
  /** The file was closed as usual. */
  forget(): void
}

/** Folding in happens when the file is opened anew, so that the copy of its base stays true. */
const largestLog = 16 * 1024 * 1024

/**
 * Watches over a file that was just opened for writing. SQLite writes to the log alone as long as
 * it is open, so whatever else changes the file is not us. It is never read here while it is open
 * but where its lock is about to go: closing any descriptor of a file ends all locks on it.
 */
export function holdFile(db: Database.Database, path: string, base: BaseCopy | null): HeldFile {
  const log = `${path}-wal`
  let stand = standOf(path)
  const ownLog = standOf(log)?.file ?? null
  let isSame = false
  const isLogOurs = (): boolean => ownLog !== null && standOf(log)?.file === ownLog
  return {
    touched: () => {
      const now = standOf(path)
      if (now === null) return 'deleted'
      if (now.file !== stand?.file) return 'replaced'
      if (now.state === stand.state) return null
      if (base?.isIn(path) !== true) return 'changed'
      stand = now
      isSame = true
      return null
    },
    isStale: () => isSame || (statSync(log, { throwIfNoEntry: false })?.size ?? 0) > largestLog,
    saveTo: (to, why) => {
      // What was deleted or replaced is still ours by its descriptor.
      if (why !== 'changed') db.prepare('vacuum into ?').run(to)
      else if (base === null || !isLogOurs()) throw new FailureError({ kind: 'overwritten' })
      else {
        base.writeTo(to)
        copyFileSync(log, `${to}-wal`)
      }
    },
    letGo: (why) => {
      const isOurs = isLogOurs()
      // An empty log cannot be folded into what somebody else wrote.
      if (isOurs && why === 'changed') truncateSync(log)
      // A log of somebody else would be taken for ours.
      if (isOurs) closeFile(db, path)
      else db.close()
      if (isOurs && isLogOurs()) rmSync(log, { force: true })
      base?.close()
    },
    forget: () => base?.close(),
  }
}

type Stand = { readonly file: string; readonly state: string }

function standOf(path: string): Stand | null {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false })
  if (found === undefined) return null
  return { file: `${found.dev} ${found.ino}`, state: `${found.size} ${found.mtimeNs}` }
}
