import type Database from 'libsql'
import { KeptHeader } from '../map'
import { bytesOf, understood } from './rows'
import type { Writers } from './write'

type MapTable = 'map_pages' | 'map_lists' | 'map_found'

export type Tools = ReturnType<typeof toolsFor>

/** Ways to write and read the tables of a map, each part of what the caller holds. */
export function toolsFor(db: Database.Database, part: Writers['part']) {
  const statements = new Map<MapTable, Database.Statement>()
  /** Prepared once: an answer of a list writes hundreds of rows in one go. */
  const putInto = (table: MapTable): Database.Statement => {
    const there = statements.get(table)
    if (there !== undefined) return there
    const fresh = db.prepare(
      `insert into ${table} values (?, ?) on conflict (id) do update set data = excluded.data`,
    )
    statements.set(table, fresh)
    return fresh
  }
  const put = (table: MapTable, id: string, value: unknown) =>
    putInto(table).run(id, JSON.stringify(value))
  const header = (): KeptHeader | null => {
    const found = db.prepare(`select ${bytesOf('data')} from parts where name = 'map'`).get()
    return found === undefined ? null : understood(KeptHeader, found)
  }
  const rows = (from: string) => db.prepare(`select ${bytesOf('data')} from ${from}`).all()
  const change = (more: (old: KeptHeader) => Partial<KeptHeader>): void => {
    const old = header()
    if (old !== null) part('map', { ...old, ...more(old) })
  }
  const called = (calls: number): void => change((old) => ({ calls: old.calls + calls }))
  return { put, header, rows, change, called }
}
