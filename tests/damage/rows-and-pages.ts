/**
 * Which pages of an undamaged file each of its rows stands on: by this a test knows by itself which
 * rows must still be there when some pages are not. Of its own, and not what the program reads with.
 */
import { readFileSync } from 'node:fs'
import Database from 'libsql'
import { z } from 'zod'

/** The columns that tell one row of a table from the others. */
const keys = {
  meta: 'name',
  nodes: 'id',
  edges: 'id',
  records: 'key',
  places: 'node',
  parts: 'name',
  entries: 'id',
  steps: "entry || ' ' || at",
  snapshots: 'id',
} as const
export type Table = keyof typeof keys

export type Standing = { readonly key: string; readonly pages: readonly number[] }

const pageSize = 4096
const Root = z.object({ rootpage: z.number() })
const Row = z.object({ row: z.number(), key: z.string() })

/** Numbers of SQLite of up to four bytes; those of a test's file are not larger. */
function varint(bytes: Buffer, at: number): { readonly value: number; readonly next: number } {
  let value = 0
  for (let place = at; ; place += 1) {
    const byte = bytes.readUInt8(place)
    value = value * 128 + (byte & 127)
    if (byte < 128) return { value, next: place + 1 }
  }
}

function standing(bytes: Buffer, root: number): Map<number, number[]> {
  const pageAt = (number: number) => bytes.subarray((number - 1) * pageSize, number * pageSize)
  const chain = (first: number): number[] =>
    first === 0 ? [] : [first, ...chain(pageAt(first).readUInt32BE(0))]
  const page = pageAt(root)
  const isLeaf = page.readUInt8(0) === 13
  if (!isLeaf && page.readUInt8(0) !== 5) throw new Error(`Page ${root} is no page of a table.`)
  const cells = Array.from({ length: page.readUInt16BE(3) }, (_, at) =>
    page.readUInt16BE((isLeaf ? 8 : 12) + 2 * at),
  )
  if (!isLeaf) {
    const below = [...cells.map((at) => page.readUInt32BE(at)), page.readUInt32BE(8)]
    return new Map(below.flatMap((child) => [...standing(bytes, child)]))
  }
  return new Map(
    cells.map((at) => {
      const length = varint(page, at)
      const row = varint(page, length.next)
      if (length.value <= pageSize - 35) return [row.value, [root]]
      const least = Math.floor(((pageSize - 12) * 32) / 255) - 23
      const rest = least + ((length.value - least) % (pageSize - 4))
      const here = rest <= pageSize - 35 ? rest : least
      return [row.value, [root, ...chain(page.readUInt32BE(row.next + here))]]
    }),
  )
}

/** The rows of each table by their keys. */
export function rowsAndPages(path: string): ReadonlyMap<Table, readonly Standing[]> {
  const bytes = readFileSync(path)
  if (bytes.readUInt16BE(16) !== pageSize) throw new Error('The pages are of another size.')
  const db = new Database(path, { readonly: true })
  try {
    return new Map(
      Object.entries(keys).map(([table, key]) => {
        const { rootpage } = Root.parse(
          db.prepare('select rootpage from sqlite_schema where name = ?').get(table),
        )
        const pages = standing(bytes, rootpage)
        const rows = z
          .array(Row)
          .parse(db.prepare(`select rowid as row, ${key} as key from ${table}`).all())
        if (pages.size !== rows.length) throw new Error(`Not all rows of ${table} were found.`)
        return [
          table as Table,
          rows.map((row) => ({ key: row.key, pages: pages.get(row.row) ?? [] })),
        ]
      }),
    )
  } finally {
    db.close()
  }
}

/** The pages that are not as they were, or not there. */
export function hurtPages(whole: Buffer, hurt: Buffer): ReadonlySet<number> {
  const count = Math.ceil(whole.length / pageSize)
  const isHurt = (number: number): boolean => {
    const [from, to] = [(number - 1) * pageSize, number * pageSize]
    return !whole.subarray(from, to).equals(hurt.subarray(from, to))
  }
  return new Set(Array.from({ length: count }, (_, at) => at + 1).filter(isHurt))
}
