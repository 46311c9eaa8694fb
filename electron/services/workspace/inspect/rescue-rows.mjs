/** Takes what can still be read out of a damaged or foreign file, into a new one that is clean. */
import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'
import { layoutsOf, openPages } from './pages.mjs'
import { readBySql } from './rows-by-sql.mjs'
import { createReader, goneFrom } from './table-rows.mjs'

/** @typedef {import('./cells.mjs').Value} Value */
/** @typedef {import('./pages.mjs').Layout} Layout */
/** @typedef {import('./table-rows.mjs').Shape} Shape */
/** @typedef {{ name: string, sql: string, sign: string, mark: string, columns: readonly { name: string, kind: import('./cells.mjs').Kind }[] }} Table */
/** @typedef {{ path: string, to: string, folder: string, ddl: string, tables: readonly Table[], mayAskSqlite: boolean }} Job */
/** @typedef {{ name: string, rows: Value[][], gone: number }} Taken */
/** @typedef {{ name: string, sql: string, root: number }} Known */

/** @param {Job} job @returns {Record<string, number>} rows that are surely lost, by table */
export function rescue(job) {
  const source = settledCopy(job)
  const all = layoutsOf(source).map((layout) => takeAll(source, layout, job))
  const best = all.reduce((a, b) => (keptIn(b) > keptIn(a) ? b : a))
  writeAll(best, job)
  return Object.fromEntries(
    best.filter(({ gone }) => gone > 0).map(({ name, gone }) => [name, gone]),
  )
}

/** @param {readonly Taken[]} all */
const keptIn = (all) => all.reduce((sum, { rows }) => sum + rows.length, 0)

/** A copy of the file, with what a killed program left beside it done to it. @param {Job} job */
function settledCopy({ path, folder, mayAskSqlite }) {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const copy = join(folder, 'as-it-is')
  copyFileSync(path, copy)
  const logs = ['-wal', '-journal'].filter((tail) => existsSync(path + tail))
  if (logs.length === 0 || !mayAskSqlite) return copy
  for (const tail of logs) copyFileSync(path + tail, copy + tail)
  try {
    const db = new Database(copy, { timeout: 0 })
    db.prepare('select count(*) as n from sqlite_schema').get()
    db.pragma('journal_mode = DELETE')
    db.close()
  } catch {
    for (const tail of logs) rmSync(copy + tail, { force: true })
  }
  return copy
}

/** @type {Shape} */
const schemaShape = {
  name: 'sqlite_schema',
  kinds: ['text', 'text', 'text', 'number', 'text'],
  isRow: ([type]) => ['table', 'index', 'view', 'trigger'].includes(String(type)),
}

/** @param {string} source @param {Layout} layout @param {Job} job @returns {Taken[]} */
function takeAll(source, layout, { tables, mayAskSqlite }) {
  const pages = openPages(source, layout)
  try {
    const reader = createReader(pages)
    const schema = reader.read(schemaShape, 1)
    const isSure = schema.holes.length + schema.broken === 0
    const known = knownTables(schema.rows.values())
    const foreign = bySql(source, mayAskSqlite ? tables : [], known)
    const read = tables
      .filter(({ name }) => !foreign.has(name))
      // What the whole list of tables does not name is not there.
      .filter(({ name }) => !isSure || known.has(name))
      .map((table) => reader.read(shapeOf(table), known.get(table.name)?.root ?? null))
    for (const { root } of known.values()) reader.pass(root)
    // Those whose rows cannot be mistaken take theirs before the others do.
    const isMarked = new Set(tables.filter(({ mark }) => mark !== '').map(({ name }) => name))
    const [marked, others] = [true, false].map((is) =>
      read.filter(({ shape }) => isMarked.has(shape.name) === is),
    )
    reader.takeOrphans([...(marked ?? []), ...(others ?? [])])
    const own = read.map((found) => ({
      name: found.shape.name,
      rows: [...found.rows].sort(([a], [b]) => a - b).map(([, values]) => values),
      gone: goneFrom(found, pages),
    }))
    return [...foreign.values(), ...own]
  } finally {
    pages.close()
  }
}

/** @param {Iterable<readonly Value[]>} rows of the list of tables @returns {Map<string, Known>} */
function knownTables(rows) {
  /** @type {Map<string, Known>} */
  const known = new Map()
  for (const [type, name, , root, sql] of rows) {
    if (type !== 'table' || typeof name !== 'string' || typeof root !== 'number') continue
    known.set(name, { name, root, sql: String(sql) })
  }
  return known
}

/**
 * Tables that somebody else made otherwise, where SQLite can read them whole: their columns may
 * stand in another order.
 * @param {string} source @param {readonly Table[]} tables @param {ReadonlyMap<string, Known>} known @returns {Map<string, Taken>}
 */
function bySql(source, tables, known) {
  const others = tables.filter(({ name, sql }) => {
    const found = known.get(name)
    // A virtual table runs what somebody wrote.
    return found !== undefined && found.sql !== sql && /^create table /i.test(found.sql)
  })
  const read = others.length > 0 ? readBySql(source, others) : []
  return new Map(read.map(({ name, rows }) => [name, { name, rows, gone: 0 }]))
}

/** @param {Table} table @returns {Shape} */
function shapeOf({ name, sign, mark, columns }) {
  const first = columns.findIndex(({ kind }) => kind === 'text')
  const pattern = new RegExp(sign)
  const data = new RegExp(mark)
  return {
    name,
    kinds: columns.map(({ kind }) => kind),
    isRow: (values) => pattern.test(String(values[first])) && data.test(String(values.at(-1))),
  }
}

/** @param {readonly Taken[]} all @param {Job} job */
function writeAll(all, { to, ddl, tables }) {
  // A child that was ended on the way left half of it.
  for (const tail of ['', '-wal', '-journal']) rmSync(to + tail, { force: true })
  const out = new Database(to)
  try {
    out.pragma('foreign_keys = OFF')
    out.pragma('synchronous = OFF')
    out.exec(ddl)
    out.exec('begin')
    for (const table of tables) {
      const insert = inserter(out, table)
      for (const row of all.find(({ name }) => name === table.name)?.rows ?? []) insert(row)
    }
    out.exec('commit')
  } finally {
    out.close()
  }
}

/** @param {import('libsql').Database} out @param {Table} table */
function inserter(out, { name, columns }) {
  const names = columns.map((column) => column.name).join(', ')
  const places = columns.map(() => '?').join(', ')
  const put = out.prepare(`insert or ignore into ${name} (${names}) values (${places})`)
  // An own number is null here, and given anew in the order of the rows.
  /** @param {readonly Value[]} row */
  return (row) => void put.run(...row)
}
