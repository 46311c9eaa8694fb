/** Ways to hurt a file of a workspace, each the same for the same number. */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import Database from 'libsql'

/** Numbers that look like chance and are the same in every run (mulberry32). */
export function chanceOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const sql: readonly string[] = [
  'create trigger t after insert on meta begin insert into meta select value || hex(randomblob(8)), value from meta; end',
  'create trigger t before insert on entries begin select raise(ignore); end',
  'drop table places; create view places as with recursive r(n) as (select 1 union all select n + 1 from r) select n as node, 1.0 as x, 1.0 as y from r',
  'drop table parts; create virtual table parts using fts5(name, data)',
  'drop table snapshots',
  'create table extra (a)',
  "pragma foreign_keys = off; update nodes set data = cast(x'ff' as text)",
  "pragma foreign_keys = off; update edges set source = cast(x'c328' as text)",
  "update meta set value = cast(x'80' as text)",
  'update entries set data = zeroblob(1000000)',
  "pragma writable_schema = on; update sqlite_schema set sql = cast(x'637265617465207461626c65206e6f6465732028ff29' as text) where name = 'nodes'",
  'pragma writable_schema = on; update sqlite_schema set rootpage = 3',
  "pragma writable_schema = on; insert into sqlite_schema values ('table', 'x', 'x', 2, 'create table x (a, \"' || cast(x'ff' as text) || '\")')",
]

/** Hurts the whole file `from` into `to`; tells how. */
export function hurt(from: string, to: string, seed: number): string {
  const chance = chanceOf(seed)
  const below = (most: number) => Math.floor(chance() * most)
  const kind = below(10)
  if (kind === 0) {
    const statement = sql[below(sql.length)] ?? ''
    copyFileSync(from, to)
    const db = new Database(to)
    try {
      db.exec(statement)
    } catch {
      // Some leave a file that can no longer be read, which is what is wanted.
    }
    db.close()
    return `sql: ${statement}`
  }
  const bytes = readFileSync(from)
  if (kind === 1) {
    const at = below(bytes.length)
    writeFileSync(to, bytes.subarray(0, at))
    return `cut at ${at}`
  }
  if (kind === 2) {
    const at = below(bytes.length)
    const length = below(9_000)
    bytes.fill(below(256), at, Math.min(bytes.length, at + length))
    writeFileSync(to, bytes)
    return `${length} bytes filled at ${at}`
  }
  const flips = kind < 6 ? 1 : 1 + below(30)
  // Half of the single ones at the head of a page, where most is decided.
  const places = Array.from({ length: flips }, () =>
    kind === 3 ? below(bytes.length / 4096) * 4096 + below(110) : below(bytes.length),
  )
  for (const at of places) bytes[at] = below(256)
  writeFileSync(to, bytes)
  return `bytes at ${places.join(', ')}`
}
