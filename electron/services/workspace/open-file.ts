import { existsSync } from 'node:fs'
import Database from 'libsql'
import { z } from 'zod'
import { type Failure, FailureError } from '@shared/failure'
import { applicationId, migrate, schemaVersion } from './schema'

export type OpenFile = {
  readonly db: Database.Database
  /** Why nothing may be written to it, or null. */
  readonly readOnly: Failure | null
}

const newer: Failure = {
  kind: 'rule',
  sentence: 'This workspace was written by a newer version of the program, so it is only shown.',
  next: 'Update the program to go on working in it.',
}

const inUse = (what: string): Failure => ({
  kind: 'rule',
  sentence: `${what} is open in another window or program.`,
  next: 'Close it there, or choose another workspace.',
})

const noWorkspace = (what: string): Failure => ({
  kind: 'rule',
  sentence: `${what} is no workspace of this program, or it is damaged.`,
  next: 'Choose another workspace. The file was left as it is.',
})

/** What SQLite could not do, as a failure. */
export function failureOfFile(error: unknown, what: string): FailureError {
  if (error instanceof FailureError) return error
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const message = error instanceof Error ? error.message : ''
  if (/BUSY|LOCKED/.test(code) || message.includes('locked')) {
    return new FailureError(inUse(what), { cause: error })
  }
  if (/NOTADB|CORRUPT|SCHEMA/.test(code) || /not a database|malformed/.test(message)) {
    return new FailureError(noWorkspace(what), { cause: error })
  }
  return new FailureError({ kind: 'storage', what }, { cause: error })
}

const numberOf = (db: Database.Database, pragma: string): number => {
  // The package adds a field of its own after the column.
  const row = z.record(z.string(), z.unknown()).parse(db.prepare(`pragma ${pragma}`).get())
  return Number(Object.values(row)[0])
}

/**
 * Closes a file and gives its lock back at once. The package keeps the connection until its
 * statements are collected, so the lock is let go by hand; leaving the log of writes first folds it
 * into the one file.
 */
export function closeFile(db: Database.Database): void {
  for (const pragma of ['journal_mode = DELETE', 'locking_mode = NORMAL']) quietly(db, pragma)
  try {
    db.prepare('select count(*) from sqlite_master').get()
  } catch {
    // A file that is no database, or is locked elsewhere, holds no lock of ours.
  }
  db.close()
}

function quietly(db: Database.Database, pragma: string): void {
  try {
    db.pragma(pragma)
  } catch {
    // What cannot be folded now is folded when the file is next opened.
  }
}

/**
 * Opens a workspace's file for this process alone, or makes it. A version that is newer than the
 * program is opened for reading. Throws failures with a sentence about the file.
 */
export function openFile(path: string, what: string): OpenFile {
  const isNew = !existsSync(path)
  let db: Database.Database | null = null
  try {
    db = new Database(path, { timeout: 0 })
    // Held until the file is closed: a second writer is told so, a killed one leaves no lock.
    db.pragma('locking_mode = EXCLUSIVE')
    const version = numberOf(db, 'user_version')
    if (!isNew && (numberOf(db, 'application_id') !== applicationId || version === 0)) {
      if (version !== 0 || numberOf(db, 'page_count') > 0) throw new FailureError(noWorkspace(what))
    }
    if (version > schemaVersion) {
      db.exec('begin; select 1; commit')
      return { db, readOnly: newer }
    }
    db.pragma('journal_mode = WAL')
    // Survives a power cut too: a confirmed edit must not be forgotten.
    db.pragma('synchronous = FULL')
    db.pragma('foreign_keys = ON')
    db.exec('begin immediate; commit')
    migrate(db, version)
    return { db, readOnly: null }
  } catch (error) {
    if (db !== null) closeFile(db)
    throw failureOfFile(error, what)
  }
}
