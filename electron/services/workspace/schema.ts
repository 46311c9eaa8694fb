import Database from 'libsql'
import { bytesOf, textIn } from './rows'

/** Marks the file as ours: the letters RELX. */
export const applicationId = 0x52454c58

/**
 * Each step takes a file one version further, in one transaction; steps that were released are
 * never changed. Foreign keys see to it that no relation stands without both its ends.
 */
export const migrations: readonly string[] = [
  `
  create table meta (name text primary key, value text not null);
  create table nodes (id text primary key, data text not null);
  create table edges (
    id text primary key,
    source text not null references nodes (id) on delete cascade,
    target text not null references nodes (id) on delete cascade,
    data text not null
  );
  create index edges_by_source on edges (source);
  create index edges_by_target on edges (target);
  create table records (
    key text primary key,
    node text not null references nodes (id) on delete cascade,
    data text not null
  );
  create index records_by_node on records (node);
  create table places (
    node text primary key references nodes (id) on delete cascade,
    x real not null,
    y real not null
  );
  create table parts (name text primary key, data text not null);
  create table entries (seq integer primary key, id text not null unique, data text not null);
  create table steps (
    entry text not null references entries (id) on delete cascade,
    at integer not null,
    state text not null,
    data text not null,
    primary key (entry, at)
  );
  create table snapshots (
    id text primary key,
    name text not null,
    at text not null,
    nodes integer not null,
    edges integer not null,
    data text not null
  );
  `,
  // What was mapped, so that a map goes on and its links can be resolved again.
  `
  create table map_pages (id text primary key, data text not null);
  create table map_lists (id text primary key, data text not null);
  create table map_found (id text primary key, data text not null);
  `,
]

export const schemaVersion = migrations.length

/** Brings a file to the present version. */
export function migrate(db: Database.Database, from: number): void {
  migrations.slice(from).forEach((step, at) => {
    db.exec('begin immediate')
    try {
      db.exec(step)
      db.exec(`pragma user_version = ${from + at + 1}; pragma application_id = ${applicationId}`)
      db.exec('commit')
    } catch (error) {
      // After a full disk SQLite may have rolled back by itself.
      if (db.inTransaction) db.exec('rollback')
      throw error
    }
  })
}

/** One table or index of a file, as SQLite keeps it. */
type Part = { readonly type: string; readonly name: string; readonly sql: string | null }

const partColumns = ['type', 'name', 'sql'].map((one) => bytesOf(one)).join(', ')

const partsOf = (db: Database.Database): Part[] =>
  db
    .prepare(`select ${partColumns} from sqlite_schema`)
    .all()
    .map((row) => ({
      type: textIn(row, 'type') ?? '',
      name: textIn(row, 'name') ?? '',
      sql: textIn(row, 'sql'),
    }))

const known = new Map<number, readonly Part[]>()

/** What a file of a version holds when this program made it. */
function partsOfVersion(version: number): readonly Part[] {
  const old = known.get(version)
  if (old !== undefined) return old
  const db = new Database(':memory:')
  try {
    for (const step of migrations.slice(0, version)) db.exec(step)
    const parts = partsOf(db)
    known.set(version, parts)
    return parts
  } finally {
    db.close()
  }
}

const keyOf = ({ type, name, sql }: Part): string => JSON.stringify([type, name, sql])

/**
 * Whether the tables are ours, to the letter: a trigger or a view of somebody else acts when we
 * write or read, a column of another type holds what we never wrote. Of a version that is newer
 * than the program the tables need only be tables, since nothing is written to them.
 */
export function hasOurSchema(db: Database.Database, version: number): boolean {
  const found = partsOf(db)
  if (version > schemaVersion) {
    const tables = found.filter(
      ({ type, sql }) => type === 'table' && /^create table /i.test(sql ?? ''),
    )
    const names = new Set(tables.map(({ name }) => name))
    return partsOfVersion(schemaVersion).every(
      ({ type, name }) => type !== 'table' || names.has(name),
    )
  }
  const ours = new Set(partsOfVersion(version).map(keyOf))
  return found.length === ours.size && found.every((part) => ours.has(keyOf(part)))
}
