import type { Database } from 'libsql'

/** Marks the file as ours: the letters RELX. */
export const applicationId = 0x52454c58

/**
 * Each step takes a file one version further, in one transaction; steps that were released are
 * never changed. Foreign keys see to it that no relation stands without both its ends.
 */
const migrations: readonly string[] = [
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
]

export const schemaVersion = migrations.length

/** Brings a file to the present version. */
export function migrate(db: Database, from: number): void {
  migrations.slice(from).forEach((step, at) => {
    db.exec('begin immediate')
    try {
      db.exec(step)
      db.exec(`pragma user_version = ${from + at + 1}; pragma application_id = ${applicationId}`)
      db.exec('commit')
    } catch (error) {
      db.exec('rollback')
      throw error
    }
  })
}
