import type Database from 'libsql'
import { queryKey } from '@shared/crawl'
import type { Entry, Step } from '@shared/edit'
import {
  type Batch,
  better,
  betterRelation,
  Entity,
  type NodeId,
  Relation,
  unknownEntity,
} from '@shared/graph'
import type { UnresolvedChange, WorkspaceChange } from '@shared/workspace'
import { readUnresolved } from './read'
import { bytesOf, understood } from './rows'

const statements = (db: Database.Database) => ({
  node: db.prepare(`select ${bytesOf('data')} from nodes where id = ?`),
  edge: db.prepare(`select ${bytesOf('data')} from edges where id = ?`),
  putNode: db.prepare(
    'insert into nodes values (?, ?) on conflict (id) do update set data = excluded.data',
  ),
  knowNode: db.prepare('insert or ignore into nodes values (?, ?)'),
  putEdge: db.prepare(
    'insert into edges values (?, ?, ?, ?) on conflict (id) do update set data = excluded.data',
  ),
  dropNode: db.prepare('delete from nodes where id = ?'),
  dropEdge: db.prepare('delete from edges where id = ?'),
  putRecord: db.prepare(
    'insert into records values (?, ?, ?) on conflict (key) do update set data = excluded.data',
  ),
  putPlace: db.prepare(
    'insert into places select ?, ?, ? where exists (select 1 from nodes where id = ?) on conflict (node) do update set x = excluded.x, y = excluded.y',
  ),
  putPart: db.prepare(
    'insert into parts values (?, ?) on conflict (name) do update set data = excluded.data',
  ),
  putMeta: db.prepare(
    'insert into meta values (?, ?) on conflict (name) do update set value = excluded.value',
  ),
  putEntry: db.prepare('insert into entries (id, data) values (?, ?)'),
  putStep: db.prepare(
    'insert into steps values (?, ?, ?, ?) on conflict (entry, at) do update set state = excluded.state, data = excluded.data',
  ),
})

const openNames = (db: Database.Database, { anew, list }: UnresolvedChange) =>
  anew ? list : [...(readUnresolved(db) ?? []), ...list]

/** What can be written; each is one part of a transaction that the caller holds. */
export function writers(db: Database.Database) {
  const sql = statements(db)
  const json = JSON.stringify
  const know = (id: NodeId) => sql.knowNode.run(id, json(unknownEntity(id)))
  // Another page may know more of it, and what it knows is not taken away.
  const node = (one: Entity) => {
    const known = understood(Entity, sql.node.get(one.id))
    const next = known === null ? one : better(known, one)
    if (next !== known) sql.putNode.run(one.id, json(next))
  }
  const relation = (one: Relation) => {
    know(one.source)
    know(one.target)
    const known = understood(Relation, sql.edge.get(one.id))
    const next = known === null ? one : betterRelation(known, one)
    if (next !== known) sql.putEdge.run(one.id, one.source, one.target, json(next))
  }
  const step = (entry: string, at: number, value: Step) =>
    sql.putStep.run(entry, at, value.state, json(value))
  const entry = (value: Entry) => {
    sql.putEntry.run(value.id, json({ ...value, steps: [] }))
    value.steps.forEach((one, at) => step(value.id, at, one))
  }
  const merge = ({ entities, relations }: Batch) => {
    for (const entity of entities) node(entity)
    for (const one of relations) relation(one)
  }
  const drop = ({ nodes, edges }: NonNullable<WorkspaceChange['gone']>) => {
    for (const id of edges) sql.dropEdge.run(id)
    for (const id of nodes) sql.dropNode.run(id)
  }
  const part = (name: string, value: unknown): void => void sql.putPart.run(name, json(value))
  const meta = (name: string, value: string) => sql.putMeta.run(name, value)
  return {
    meta,
    part,
    step,
    entry,
    outcome: ({ edit, state }: Step) => {
      if (state !== 'confirmed' && state !== 'not-needed') return
      if (edit.kind === 'create') relation(edit.relation)
      else sql.dropEdge.run(edit.relation.id)
    },
    change: (wanted: WorkspaceChange) => {
      const { batch, gone, records = [], places = [], entries = [], unresolved } = wanted
      if (batch !== undefined) merge(batch)
      if (gone !== undefined) drop(gone)
      for (const record of records) {
        know(record.query.node)
        sql.putRecord.run(queryKey(record.query), record.query.node, json(record))
      }
      for (const [node, { x, y }] of places) sql.putPlace.run(node, x, y, node)
      for (const one of entries) entry(one)
      if (unresolved !== undefined) part('unresolved', openNames(db, unresolved))
      meta('changedAt', new Date().toISOString())
    },
  }
}
export type Writers = ReturnType<typeof writers>
