/** Takes what can still be read out of a damaged or foreign file, into a new one that is clean. */
import {
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'

/** @typedef {import('libsql').Database} Db */
/** @typedef {{ name: string, columns: readonly { name: string, kind: 'text' | 'number' }[] }} Table */
/** @typedef {{ path: string, to: string, folder: string, ddl: string, tables: readonly Table[], templates: readonly string[] }} Job */

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
/** No table of a real file has more rows than this for each byte of it. */
const rowsPerByte = 1 / 8

/** @param {Job} job @returns {Record<string, number>} rows that are surely lost, by table */
export function rescue(job) {
  const sources = copies(job)
  let best = { kept: -1, lost: /** @type {Record<string, number>} */ ({}), to: '' }
  for (const [at, source] of sources.entries()) {
    const to = join(job.folder, `rescued-${at}`)
    const found = takeAll(source, to, job)
    if (found.kept > best.kept) best = { ...found, to }
    // A file whose own list of tables can be read needs no other.
    if (at === 0 && found.isSure) break
  }
  copyFileSync(best.to, job.to)
  return best.lost
}

/**
 * The file with its log folded in; and with the first page of files that we made ourselves, for
 * where its own, which says where each table is, is damaged.
 * @param {Job} job
 */
function copies({ path, folder, templates }) {
  const first = join(folder, 'as-it-is')
  for (const tail of ['', '-wal', '-journal']) {
    if (existsSync(path + tail)) copyFileSync(path + tail, first + tail)
  }
  try {
    const db = new Database(first, { timeout: 0 })
    db.prepare('select count(*) as n from sqlite_schema').get()
    db.pragma('journal_mode = DELETE')
    db.close()
  } catch {
    for (const tail of ['-wal', '-journal']) rmSync(first + tail, { force: true })
  }
  const others = templates.map((template, at) => {
    const copy = join(folder, `with-page-${at}`)
    copyFileSync(first, copy)
    putFirstPage(copy, template)
    return copy
  })
  return [first, ...others]
}

/** @param {string} file @param {string} template */
function putFirstPage(file, template) {
  const from = openSync(template, 'r')
  const to = openSync(file, 'r+')
  try {
    const head = Buffer.alloc(100)
    readSync(from, head, 0, 100, 0)
    const size = head.readUInt16BE(16)
    const page = Buffer.alloc(size)
    readSync(from, page, 0, size, 0)
    page.writeUInt32BE(Math.floor(statSync(file).size / size), 28)
    // Nothing is written to it, so it needs to know of no free page.
    page.fill(0, 32, 40)
    writeSync(to, page, 0, size, 0)
  } finally {
    closeSync(from)
    closeSync(to)
  }
}

/** @param {string} source @param {string} to @param {Job} job */
function takeAll(source, to, { ddl, tables }) {
  const out = new Database(to)
  out.pragma('foreign_keys = OFF')
  out.pragma('synchronous = OFF')
  out.exec(ddl)
  /** @type {Record<string, number>} */
  const lost = {}
  let kept = 0
  let isSure = false
  try {
    const db = new Database(source, { readonly: true, timeout: 0 })
    isSure = tables.every(({ name }) => isTable(db, name))
    const most = statSync(source).size * rowsPerByte
    out.exec('begin')
    for (const table of tables) {
      if (!isTable(db, table.name)) continue
      const insert = inserter(out, table)
      const { rows, gone } = readRows(db, table, most)
      for (const row of rows) kept += insert(row)
      if (gone > 0) lost[table.name] = gone
    }
    out.exec('commit')
    db.close()
  } catch {
    // What was read up to here is what there is.
    if (out.inTransaction) out.exec('commit')
  }
  out.close()
  return { kept, lost, isSure }
}

/** A view or a virtual table runs what somebody wrote; only tables are read. @param {Db} db @param {string} name */
function isTable(db, name) {
  try {
    const sql = db
      .prepare(
        "select cast(sql as blob) as sql from sqlite_schema where type = 'table' and name = ?",
      )
      .get(name)
    const text = decoder.decode(Reflect.get(Object(sql), 'sql') ?? new Uint8Array())
    return /^create table /i.test(text)
  } catch {
    return false
  }
}

/** @param {Db} out @param {Table} table */
function inserter(out, { name, columns }) {
  const names = columns.map((column) => column.name).join(', ')
  const places = columns.map(() => '?').join(', ')
  const put = out.prepare(`insert or ignore into ${name} (${names}) values (${places})`)
  /** @param {readonly unknown[]} row */
  return (row) => (row.includes(null) ? 0 : put.run(...row).changes)
}

/**
 * Reads a table from both ends up to where it breaks, then looks for what still stands between.
 * @param {Db} db @param {Table} table @param {number} most
 */
function readRows(db, { name, columns }, most) {
  const wanted = columns
    .map(({ name: column, kind }) =>
      kind === 'text'
        ? `cast(${column} as blob) as ${column}`
        : `case when typeof(${column}) in ('integer', 'real') then ${column} end as ${column}`,
    )
    .join(', ')
  const base = `select rowid as "row", ${wanted} from ${name}`
  /** @param {any} row */
  const values = (row) =>
    columns.map(({ name: column, kind }) =>
      kind === 'text' ? (row[column] === null ? null : decoder.decode(row[column])) : row[column],
    )
  /** @param {string} tail @param {readonly number[]} bound @param {(row: number) => boolean} [until] */
  const scan = (tail, bound, until = () => false) => {
    /** @type {unknown[][]} */
    const rows = []
    let last = bound[0] ?? 0
    try {
      for (const row of db.prepare(`${base} ${tail}`).iterate(...bound)) {
        const at = Number(Reflect.get(Object(row), 'row'))
        // A tree that leads back to itself has no end.
        if (until(at) || rows.length > most) break
        rows.push(values(row))
        last = at
      }
      return { rows, last, isWhole: rows.length <= most }
    } catch {
      return { rows, last, isWhole: false }
    }
  }
  const head = scan('', [])
  if (head.isWhole) return { rows: head.rows, gone: 0 }
  const tail = scan('order by rowid desc', [], (row) => row <= head.last)
  const end = tail.rows.length > 0 ? tail.last : head.last + 1
  const between = readBetween(scan, head.last, end)
  const gone = tail.rows.length > 0 ? end - head.last - 1 - between.length : 1
  return { rows: [...head.rows, ...between, ...tail.rows.reverse()], gone: Math.max(0, gone) }
}

const mostTries = 20_000

/** @param {(tail: string, bound: readonly number[]) => { rows: unknown[][], last: number, isWhole: boolean }} scan @param {number} from @param {number} end */
function readBetween(scan, from, end) {
  const step = Math.max(1, Math.floor((end - from) / mostTries))
  /** @type {unknown[][]} */
  const rows = []
  for (let at = from + 1; at < end;) {
    const found = scan('where rowid >= ? and rowid < ? order by rowid', [at, end])
    for (const row of found.rows) rows.push(row)
    if (found.isWhole) break
    at = Math.max(at, found.rows.length > 0 ? found.last : at) + step
  }
  return rows
}
