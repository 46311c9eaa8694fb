/**
 * Looks at files in a process of its own: whatever a file from outside does to SQLite or to its
 * binding, it does here, where it costs one answer. Started by `inspector.ts`, under Node or as a
 * utility process of Electron; it takes one job at a time and ends with its parent.
 */
import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'
import { rescue } from './rescue-rows.mjs'

/** @typedef {{ postMessage(m: unknown): void, on(n: 'message', f: (e: { data: any }) => void): void }} Port */
/** @type {Port | undefined} */
const port = Reflect.get(process, 'parentPort')
/** @param {unknown} message */
const tell = (message) => (port === undefined ? process.send?.(message) : port.postMessage(message))

const magic = Buffer.from('SQLite format 3\0')

/**
 * Whether a file is one of ours by the two signs in its head, of which one may be damaged.
 * @param {string} path @param {number} applicationId
 */
function isOurs(path, applicationId) {
  const head = headOf(path)
  const sign = head.readUInt32BE(68)
  if (head.subarray(0, magic.length).equals(magic)) return near(sign, applicationId)
  return sign === applicationId
}

/** @param {string} path */
function headOf(path) {
  const head = Buffer.alloc(100)
  const file = openSync(path, 'r')
  try {
    readSync(file, head, 0, head.length, 0)
    return head
  } finally {
    closeSync(file)
  }
}

/** One byte of the four may be another. @param {number} a @param {number} b */
const near = (a, b) =>
  [0, 8, 16, 24].filter((at) => ((a >>> at) & 255) !== ((b >>> at) & 255)).length <= 1

/** A file that was copied while a program had it open, by the two bytes that say so. @param {string} path */
const expectsLog = (path) => headOf(path).readUInt16BE(18) === 0x0202

/**
 * The file, or a copy of it where a killed program left a log of writes, folded in; so too where a
 * log would be made, which a folder may not allow. Throws what SQLite throws where it is in use.
 * @param {string} path @param {string} folder for the copy
 */
function settled(path, folder) {
  const logsNow = () => ['-wal', '-journal'].filter((tail) => existsSync(path + tail))
  if (logsNow().length === 0 && !expectsLog(path)) return path
  refuseWhereInUse(path)
  // That took away a log in which nothing was written yet.
  const logs = logsNow()
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const copy = join(folder, 'settled')
  for (const tail of ['', ...logs]) copyFileSync(path + tail, copy + tail)
  const db = new Database(copy, { timeout: 0 })
  db.exec('select count(*) from sqlite_schema')
  db.pragma('journal_mode = DELETE')
  db.close()
  return copy
}

/** The last byte of SQLite's codes, which the package does not all know by name. @param {unknown} error */
const kindOf = (error) => Number(Reflect.get(Object(error), 'rawCode')) & 255
/** Busy or locked. @param {unknown} error */
const isBusy = (error) => [5, 6].includes(kindOf(error))
/** Of memory, reading and writing, a full disk, or a file that cannot be opened. */
const ofSystem = [7, 10, 13, 14]

/** @param {string} path */
function refuseWhereInUse(path) {
  const made = ['-shm', '-wal'].filter((tail) => !existsSync(path + tail))
  try {
    const db = new Database(path, { readonly: true, timeout: 0 })
    // Not prepared: the package keeps a connection, and its lock, until its statements are collected.
    db.exec('select count(*) from sqlite_schema')
    db.close()
  } catch (error) {
    if (isBusy(error)) throw error
  } finally {
    // Made by the question.
    if (made.includes('-shm')) rmSync(`${path}-shm`, { force: true })
    const log = `${path}-wal`
    if (made.includes('-wal') && sizeOf(log) === 0) rmSync(log, { force: true })
  }
}

/** @param {string} path */
const sizeOf = (path) => statSync(path, { throwIfNoEntry: false })?.size

/**
 * What the system did not do, as where there is no room for a copy, no right to read or no descriptor
 * left, says nothing about a file.
 * @param {unknown} error
 */
const isOfSystem = (error) =>
  ofSystem.includes(kindOf(error)) || /^E[A-Z]+$/.test(String(Reflect.get(Object(error), 'code')))

/** @param {{ path: string, folder: string, applicationId: number }} job @returns 'whole' | 'busy' | 'damaged' | 'strange' | 'unknown' */
function look({ path, folder, applicationId }) {
  try {
    if (!isOurs(path, applicationId)) return 'strange'
    const db = new Database(settled(path, folder), { readonly: true, timeout: 0 })
    const found = db.prepare('pragma integrity_check(1)').get()
    db.close()
    return Object.values(Object(found))[0] === 'ok' ? 'whole' : 'damaged'
  } catch (error) {
    if (isBusy(error)) return 'busy'
    return isOfSystem(error) ? 'unknown' : 'damaged'
  }
}

/** @param {any} job */
function done(job) {
  if (job.kind === 'nothing') return null
  if (job.kind === 'look') return look(job)
  if (!isOurs(job.path, job.applicationId)) return null
  if (job.mayAskSqlite) refuseWhereInUse(job.path)
  return rescue(job)
}

/** @param {any} job */
const work = (job) => {
  try {
    tell({ answer: done(job) })
  } catch (error) {
    tell({ failed: isBusy(error) ? 'busy' : 'storage' })
  }
}
if (port === undefined) process.on('message', work)
else port.on('message', ({ data }) => work(data))
process.once('disconnect', () => process.exit(0))
