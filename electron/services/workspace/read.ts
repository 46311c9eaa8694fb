import type Database from 'libsql'
import { z } from 'zod'
import { QueryRecord } from '@shared/crawl'
import { ChangeLine, Entry, type Place, Step } from '@shared/edit'
import { Entity, type NodeId, NodeId as NodeIdSchema, Relation } from '@shared/graph'
import { Word } from '@shared/vocabulary'
import { KeptCrawl, KeptSnapshot, KeptView } from '@shared/workspace'

export const Row = z.object({ data: z.string() })
export const parse = <T extends z.ZodType>(schema: T, row: unknown): z.infer<T> =>
  schema.parse(JSON.parse(Row.parse(row).data))

/** Reads rows of JSON; one that is no longer understood is left out, not fatal. */
const rows = <T extends z.ZodType>(db: Database.Database, sql: string, schema: T): z.infer<T>[] =>
  db
    .prepare(sql)
    .all()
    .flatMap((row) => {
      const read = schema.safeParse(JSON.parse(Row.parse(row).data))
      return read.success ? [read.data] : []
    })

export const countOf = (db: Database.Database, table: 'nodes' | 'edges'): number =>
  z.object({ n: z.number() }).parse(db.prepare(`select count(*) as n from ${table}`).get()).n

export function readEntries(db: Database.Database, id?: string): Entry[] {
  const found =
    id === undefined
      ? db.prepare('select data from entries order by seq').all()
      : db.prepare('select data from entries where id = ?').all(id)
  const entries = found.map((row) => parse(Entry, row))
  const steps = db.prepare('select data from steps where entry = ? order by at')
  return entries.map((entry) => ({
    ...entry,
    steps: steps.all(entry.id).map((row) => parse(Step, row)),
  }))
}

export function readAll(db: Database.Database) {
  const part = <T extends z.ZodType>(name: string, schema: T): z.infer<T> | null => {
    const row = db.prepare('select data from parts where name = ?').get(name)
    if (row === undefined) return null
    const read = schema.safeParse(JSON.parse(Row.parse(row).data))
    return read.success ? read.data : null
  }
  const PlaceRow = z.object({ node: NodeIdSchema, x: z.number(), y: z.number() })
  return {
    batch: {
      entities: rows(db, 'select data from nodes order by rowid', Entity),
      relations: rows(db, 'select data from edges order by rowid', Relation),
    },
    records: rows(db, 'select data from records', QueryRecord),
    places: db
      .prepare('select node, x, y from places')
      .all()
      .map((row): [NodeId, Place] => {
        const { node, x, y } = PlaceRow.parse(row)
        return [node, { x, y }]
      }),
    view: part('view', KeptView),
    crawl: part('crawl', KeptCrawl),
    draft: part('draft', z.array(ChangeLine)) ?? [],
    words: part('words', z.array(Word)) ?? [],
    entries: readEntries(db),
    snapshots: db
      .prepare('select id, name, at, nodes, edges from snapshots order by at')
      .all()
      .map((row) => KeptSnapshot.parse(row)),
  }
}
