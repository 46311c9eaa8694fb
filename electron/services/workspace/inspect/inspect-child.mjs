/**
 * Looks at files in a process of its own: whatever a file from outside does to SQLite or to its
 * binding, it does here, where it costs one answer. Started by `inspector.ts`, under Node or as a
 * utility process of Electron; it takes one job at a time and ends with its parent.
 */
import { closeSync, copyFileSync, existsSync, mkdirSync, openSync, readSync, rmSync } from 'node:fs'
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
  const logs = ['-wal', '-journal'].filter((tail) => existsSync(path + tail))
  if (logs.length === 0 && !expectsLog(path)) return path
  refuseWhereInUse(path)
  mkdirSync(folder, { recursive: true })
  const copy = join(folder, 'settled')
  for (const tail of ['', ...logs]) copyFileSync(path + tail, copy + tail)
  const db = new Database(copy, { timeout: 0 })
  db.prepare('select count(*) as n from sqlite_schema').get()
  db.pragma('journal_mode = DELETE')
  db.close()
  return copy
}

/** @param {unknown} error */
const isBusy = (error) => /BUSY|LOCKED/.test(String(Reflect.get(Object(error), 'code')))

/** @param {string} path */
function refuseWhereInUse(path) {
  const wasShared = existsSync(`${path}-shm`)
  try {
    const db = new Database(path, { readonly: true, timeout: 0 })
    db.prepare('select count(*) as n from sqlite_schema').get()
    db.close()
  } catch (error) {
    if (isBusy(error)) throw error
  } finally {
    // Made by the question.
    if (!wasShared) rmSync(`${path}-shm`, { force: true })
  }
}

/** @param {{ path: string, folder: string, applicationId: number }} job @returns 'whole' | 'busy' | 'damaged' | 'strange' */
function look({ path, folder, applicationId }) {
  try {
    if (!isOurs(path, applicationId)) return 'strange'
    const db = new Database(settled(path, folder), { readonly: true, timeout: 0 })
    const found = db.prepare('pragma integrity_check(1)').get()
    db.close()
    return Object.values(Object(found))[0] === 'ok' ? 'whole' : 'damaged'
  } catch (error) {
    return isBusy(error) ? 'busy' : 'damaged'
  }
}

/** @param {any} job */
function done(job) {
  if (job.kind === 'look') return look(job)
  if (!isOurs(job.path, job.applicationId)) return null
  refuseWhereInUse(job.path)
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
