/** Rows of tables that are not as we make them, by the names of their columns. */
import { statSync } from 'node:fs'
import Database from 'libsql'

/** @typedef {import('./rescue-rows.mjs').Table} Table */
/** @typedef {import('./cells.mjs').Value} Value */

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
/** No table of a real file has more rows than this for each byte of it. */
const rowsPerByte = 1 / 8

/** Only those that are read to their end. @param {string} source @param {readonly Table[]} tables @returns {{ name: string, rows: Value[][] }[]} */
export function readBySql(source, tables) {
  const most = statSync(source).size * rowsPerByte
  try {
    const db = new Database(source, { readonly: true, timeout: 0 })
    try {
      return tables.flatMap((table) => {
        const rows = rowsOf(db, table, most)
        return rows === null ? [] : [{ name: table.name, rows }]
      })
    } finally {
      db.close()
    }
  } catch {
    return []
  }
}

/** @param {import('libsql').Database} db @param {Table} table @param {number} most @returns {Value[][] | null} */
function rowsOf(db, { name, columns }, most) {
  const wanted = columns.map(({ name: column, kind }) =>
    kind === 'text'
      ? `cast(${column} as blob) as ${column}`
      : `case when typeof(${column}) in ('integer', 'real') then ${column} end as ${column}`,
  )
  /** @type {Value[][]} */
  const rows = []
  try {
    for (const row of db.prepare(`select ${wanted.join(', ')} from ${name}`).iterate()) {
      // A tree that leads back to itself has no end.
      if (rows.length > most) return null
      const values = columns.map(({ name: column, kind }) => valueIn(row, column, kind))
      if (values.every((value, at) => value !== null || columns[at]?.kind === 'own'))
        rows.push(values)
    }
    return rows
  } catch {
    return null
  }
}

/** @param {unknown} row @param {string} column @param {import('./cells.mjs').Kind} kind @returns {Value} */
function valueIn(row, column, kind) {
  const value = Reflect.get(Object(row), column)
  if (kind === 'own' || value === null) return null
  return kind === 'text' ? decoder.decode(value) : value
}
