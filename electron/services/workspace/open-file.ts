import {
  accessSync,
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  mkdtempSync,
  openSync,
  readSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import Database from 'libsql'
import { z } from 'zod'
import { type Failure, FailureError } from '@shared/failure'
import { keepBase } from './base-copy'
import { closeFile } from './close-file'
import {
  failureOfFile,
  foreign,
  isFull,
  isUnwritable,
  noFile,
  noWorkspace,
  shownOnly,
} from './file-failures'
import { type HeldFile, holdFile } from './held-file'
import { bytesOf, textIn } from './rows'
import { applicationId, hasOurSchema, migrate, schemaVersion } from './schema'

export type OpenFile = {
  readonly db: Database.Database
  /** Why nothing may be written to it, or null. */
  readonly readOnly: Failure | null
  /** Of one that is opened to work in: whether another program has been at it. */
  readonly held: HeldFile | null
  readonly close: () => void
}

const numberOf = (db: Database.Database, pragma: string): number => {
  // The package adds a field of its own after the column.
  const row = z.record(z.string(), z.unknown()).parse(db.prepare(`pragma ${pragma}`).get())
  return Number(Object.values(row)[0])
}

/** Makes a workspace's file; where that fails, as on a full disk, nothing is left of it. */
export function makeFile(path: string, what: string): OpenFile {
  try {
    return openToWrite(path, what, true)
  } catch (error) {
    for (const tail of ['', '-wal', '-journal']) rmSync(`${path}${tail}`, { force: true })
    throw failureOfFile(error, what)
  }
}

/** Opens a file for as long as people work in it, so that nobody else's act takes away theirs. */
export function openToWork(path: string, what: string): OpenFile {
  // A log that a killed program left belongs to the file as it was: it is folded in first.
  if (logs.some((tail) => existsSync(path + tail))) openFile(path, what).close()
  const base = isFile(path) && mayWrite(path) ? keepBase(path) : null
  const { db, readOnly, close } = openFile(path, what)
  if (readOnly !== null) {
    base?.close()
    return { db, readOnly, held: null, close }
  }
  db.pragma('wal_autocheckpoint = 0')
  const held = holdFile(db, path, base)
  return {
    ...{ db, readOnly, held },
    close: () => {
      close()
      held.forget()
    },
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
  let why: Failure = shownOnly('unwritable')
  try {
    return mayWrite(path)
      ? openToWrite(path, what)
      : openToRead(path, what, shownOnly('unwritable'))
  } catch (error) {
    if (!isUnwritable(error) && !isFull(error)) throw failureOfFile(error, what)
    why = shownOnly(isFull(error) ? 'full' : 'unwritable')
  }
  try {
    return openToRead(path, what, why)
  } catch (error) {
    throw failureOfFile(error, what)
  }
}

/**
 * Whether a file can be read and does not say which site it is about. It is only read, since opening
 * it to work in it changes its first page. What cannot be read is left for the opening to tell.
 */
export function lacksSite(path: string, what: string): boolean {
  if (!isFile(path) || statSync(path).size === 0) return false
  try {
    const { db, close } = openToRead(path, what, shownOnly('unwritable'))
    try {
      const row: unknown = db
        .prepare(`select ${bytesOf('value')} from meta where name = 'site'`)
        .get()
      return !URL.canParse(textIn(row, 'value') ?? '')
    } finally {
      close()
    }
  } catch {
    return false
  }
}

function openToWrite(path: string, what: string, isNew = false): OpenFile {
  const db = new Database(path, { timeout: 0 })
  const close = () => closeFile(db, path)
  try {
    // Held until the file is closed: a second writer is told so, a killed one leaves no lock.
    db.pragma('locking_mode = EXCLUSIVE')
    const version = isNew ? 0 : checkedVersion(db, what)
    if (version > schemaVersion) {
      db.exec('begin; select 1; commit')
      return { db, readOnly: shownOnly('newer'), held: null, close }
    }
    db.pragma('journal_mode = WAL')
    // Survives a power cut too: a confirmed edit must not be forgotten.
    db.pragma('synchronous = FULL')
    db.pragma('foreign_keys = ON')
    db.exec('begin immediate; commit')
    migrate(db, version)
    return { db, readOnly: null, held: null, close }
  } catch (error) {
    close()
    throw error
  }
}

/**
 * Where nothing may be written, not even beside the file. A log of writes that a killed program
 * left has to be folded in before anything is true, and one that is expected would be made anew, so
 * in both cases that is done to a copy.
 */
function openToRead(path: string, what: string, why: Failure): OpenFile {
  const left = logs.filter((tail) => existsSync(path + tail))
  const isCopied = left.length > 0 || expectsLog(path)
  const folder = isCopied ? mkdtempSync(join(tmpdir(), 'relation-explorer-')) : null
  let db: Database.Database | null = null
  const close = () => {
    db?.close()
    if (folder !== null) rmSync(folder, { recursive: true, force: true })
  }
  try {
    const from = folder === null ? path : join(folder, 'copy')
    if (folder !== null) for (const tail of ['', ...left]) copyFileSync(path + tail, from + tail)
    db = new Database(from, { timeout: 0, readonly: folder === null })
    const version = checkedVersion(db, what)
    return { db, readOnly: version > schemaVersion ? shownOnly('newer') : why, held: null, close }
  } catch (error) {
    close()
    throw error
  }
}

const logs = ['-wal', '-journal']

/** A file that was copied while a program had it open, by the two bytes that say so. */
function expectsLog(path: string): boolean {
  const head = Buffer.alloc(20)
  const file = openSync(path, 'r')
  try {
    readSync(file, head, 0, head.length, 0)
  } finally {
    closeSync(file)
  }
  return head.readUInt16BE(18) === 0x0202
}

/** The version of a file that holds our tables and nothing else. */
function checkedVersion(db: Database.Database, what: string): number {
  const version = numberOf(db, 'user_version')
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
