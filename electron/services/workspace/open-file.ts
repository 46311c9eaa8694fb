import {
  accessSync,
  constants,
  copyFileSync,
  existsSync,
  mkdtempSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import Database from 'libsql'
import { z } from 'zod'
import { type Failure, FailureError } from '@shared/failure'
import {
  failureOfFile,
  foreign,
  isUnwritable,
  newer,
  noFile,
  noWorkspace,
  unwritable,
} from './file-failures'
import { applicationId, hasOurSchema, migrate, schemaVersion } from './schema'

export type OpenFile = {
  readonly db: Database.Database
  /** Why nothing may be written to it, or null. */
  readonly readOnly: Failure | null
  readonly close: () => void
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

/** Makes a workspace's file; where that fails, as on a full disk, nothing is left of it. */
export function makeFile(path: string, what: string): OpenFile {
  try {
    return openToWrite(path, what)
  } catch (error) {
    for (const tail of ['', '-wal', '-journal']) rmSync(`${path}${tail}`, { force: true })
    throw failureOfFile(error, what)
  }
}

/**
 * Opens a workspace's file for this process alone. A version that is newer than the program, and a
 * file or folder that cannot be written, are opened for reading. Nothing is written before the file
 * is known to be as this program writes it. Throws failures with a sentence about the file.
 */
export function openFile(path: string, what: string): OpenFile {
  if (!isFile(path)) throw new FailureError(noFile(what))
  // SQLite would take it for a new database.
  if (statSync(path).size === 0) throw new FailureError(noWorkspace(what))
  try {
    return mayWrite(path) ? openToWrite(path, what) : openToRead(path, what)
  } catch (error) {
    if (!isUnwritable(error)) throw failureOfFile(error, what)
  }
  try {
    return openToRead(path, what)
  } catch (error) {
    throw failureOfFile(error, what)
  }
}

function openToWrite(path: string, what: string): OpenFile {
  const db = new Database(path, { timeout: 0 })
  const close = () => closeFile(db)
  try {
    // Held until the file is closed: a second writer is told so, a killed one leaves no lock.
    db.pragma('locking_mode = EXCLUSIVE')
    const version = checkedVersion(db, what)
    if (version > schemaVersion) {
      db.exec('begin; select 1; commit')
      return { db, readOnly: newer, close }
    }
    db.pragma('journal_mode = WAL')
    // Survives a power cut too: a confirmed edit must not be forgotten.
    db.pragma('synchronous = FULL')
    db.pragma('foreign_keys = ON')
    db.exec('begin immediate; commit')
    migrate(db, version)
    return { db, readOnly: null, close }
  } catch (error) {
    close()
    throw error
  }
}

/**
 * Where nothing may be written, not even beside the file. A log of writes that a killed program
 * left has to be folded in before anything is true, so that is done to a copy.
 */
function openToRead(path: string, what: string): OpenFile {
  const logs = ['-wal', '-journal'].filter((tail) => existsSync(`${path}${tail}`))
  const folder = logs.length === 0 ? null : mkdtempSync(join(tmpdir(), 'relation-explorer-'))
  let db: Database.Database | null = null
  const close = () => {
    db?.close()
    if (folder !== null) rmSync(folder, { recursive: true, force: true })
  }
  try {
    const from = folder === null ? path : join(folder, 'copy')
    if (folder !== null) for (const tail of ['', ...logs]) copyFileSync(path + tail, from + tail)
    db = new Database(from, { timeout: 0, readonly: folder === null })
    const version = checkedVersion(db, what)
    return { db, readOnly: version > schemaVersion ? newer : unwritable, close }
  } catch (error) {
    close()
    throw error
  }
}

/** The version of a file that holds our tables and nothing else; 0 for an empty file. */
function checkedVersion(db: Database.Database, what: string): number {
  const version = numberOf(db, 'user_version')
  if (version === 0 && numberOf(db, 'page_count') === 0) return 0
  if (numberOf(db, 'application_id') !== applicationId) throw new FailureError(noWorkspace(what))
  if (!hasOurSchema(db, version)) throw foreign(what)
  return version
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile()
  } catch {
    return false
  }
}

function mayWrite(path: string): boolean {
  try {
    for (const one of [path, dirname(path)]) accessSync(one, constants.W_OK)
    return true
  } catch {
    return false
  }
}
