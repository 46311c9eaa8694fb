import { existsSync, rmSync, statSync } from 'node:fs'
import type Database from 'libsql'
import { isInUse } from './file-failures'

/**
 * Closes a file and gives its lock back at once. The package keeps the connection until its
 * statements are collected, so the lock is let go by hand; leaving the log of writes first folds it
 * into the one file.
 */
export function closeFile(db: Database.Database, path: string): void {
  const wasShared = existsSync(`${path}-shm`)
  for (const pragma of ['journal_mode = DELETE', 'locking_mode = NORMAL']) quietly(db, pragma)
  let isOthers = false
  try {
    db.prepare('select count(*) from sqlite_master').get()
  } catch (error) {
    // A file that is no database, or is locked elsewhere, holds no lock of ours.
    isOthers = isInUse(error)
  }
  db.close()
  if (isOthers) return
  // Made by that very question where the file is no whole database.
  if (!wasShared) rmSync(`${path}-shm`, { force: true })
  const log = `${path}-wal`
  if (statSync(log, { throwIfNoEntry: false })?.size === 0) rmSync(log, { force: true })
}

function quietly(db: Database.Database, pragma: string): void {
  try {
    db.pragma(pragma)
  } catch {
    // What cannot be folded now is folded when the file is next opened.
  }
}
