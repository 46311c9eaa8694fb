import type Database from 'libsql'
import { KeptHeader } from '../map'
import { bytesOf, understood } from './rows'
import type { Writers } from './write'

export type Tools = ReturnType<typeof toolsFor>

/** Ways to write and read the tables of a map, each part of what the caller holds. */
export function toolsFor(db: Database.Database, part: Writers['part']) {
  const put = (table: 'map_pages' | 'map_lists' | 'map_found', id: string, value: unknown) =>
    db
      .prepare(
        `insert into ${table} values (?, ?) on conflict (id) do update set data = excluded.data`,
      )
      .run(id, JSON.stringify(value))
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
