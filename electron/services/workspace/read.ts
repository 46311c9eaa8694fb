import type Database from 'libsql'
import { z } from 'zod'
import { QueryRecord } from '@shared/crawl'
import { ChangeLine, Entry, Place, Step } from '@shared/edit'
import { readWhatCan } from '@shared/failure'
import { Entity, NodeId, Relation, Unresolved } from '@shared/graph'
import { Word } from '@shared/vocabulary'
import { firstCrawl, firstView, type Kept, KeptCrawl, KeptView } from '@shared/workspace'
import {
  bytesOf,
  createTally,
  jsonIn,
  numberIn,
  type Part,
  type Tally,
  textIn,
  understood,
} from './rows'
import { readSnapshots } from './snapshot-rows'

export const countOf = (db: Database.Database, table: 'nodes' | 'edges'): number =>
  z.object({ n: z.number() }).parse(db.prepare(`select count(*) as n from ${table}`).get()).n

/** Rows of JSON; those that are not understood are left out and counted. */
const rows = <T extends z.ZodType>(
  db: Database.Database,
  { from, order, part }: { from: string; order: string; part: Part },
  schema: T,
  tally: Tally,
): z.infer<T>[] =>
  tally.kept(
    part,
    db
      .prepare(`select ${bytesOf('data')} from ${from} order by ${order}`)
      .all()
      .map((row) => understood(schema, row)),
  )

type StepRow = { readonly entry: string; readonly at: number | null; readonly step: Step | null }

const stepColumns = `${bytesOf('entry')}, cast(at as integer) as at, ${bytesOf('data')}`

const stepOf = (row: unknown): StepRow => ({
  entry: textIn(row, 'entry') ?? '',
  at: numberIn(row, 'at'),
  step: understood(Step, row),
})

/**
 * The journal, or one entry of it. An entry is read whole or left out: steps are known by their
 * place, so a hole among them would make one pass for another.
 */
export function readEntries(
  db: Database.Database,
  { id, tally = createTally() }: { id?: string; tally?: Tally } = {},
): Entry[] {
  const [where, only] = id === undefined ? ['', []] : ['where id = ?', [id]]
  const found = db.prepare(`select ${bytesOf('data')} from entries ${where} order by seq`)
  const [whose, his] = id === undefined ? ['', []] : ['where entry = ?', [id]]
  const steps = db.prepare(`select ${stepColumns} from steps ${whose} order by at`)
  const byEntry = new Map<string, StepRow[]>()
  for (const step of steps.all(...his).map(stepOf)) {
    const own = byEntry.get(step.entry)
    if (own === undefined) byEntry.set(step.entry, [step])
    else own.push(step)
  }
  const entries = found.all(...only).map((row): Entry | null => {
    const entry = understood(Entry, row)
    const own = entry === null ? [] : (byEntry.get(entry.id) ?? [])
    const whole = own.flatMap(({ at, step }, place) => (step !== null && at === place ? step : []))
    return entry === null || whole.length < own.length ? null : { ...entry, steps: whole }
  })
  return tally.kept('acts', entries)
}

/** Steps that were sent when the program ended, or whose reading back failed. */
export const readUnsure = (db: Database.Database) =>
  db
    .prepare(`select ${stepColumns} from steps where state in ('sent', 'unknown')`)
    .all()
    .map(stepOf)
    .flatMap(({ entry, at, step }) => (at === null || step === null ? [] : [{ entry, at, step }]))

/** A text would be read as the number that it begins with, or as 0. */
const number = (column: string): string =>
  `case when typeof(${column}) = 'text' then null else cast(${column} as real) end as ${column}`

const PlaceRow = z.tuple([NodeId, Place])

const readPlaces = (db: Database.Database, tally: Tally) =>
  tally.kept(
    'places',
    db
      .prepare(
        `select ${bytesOf('node')}, ${number('x')}, ${number('y')} from places order by rowid`,
      )
      .all()
      .map((row) => {
        const [x, y] = [numberIn(row, 'x'), numberIn(row, 'y')]
        const read = PlaceRow.safeParse([textIn(row, 'node'), { x, y }])
        return read.success ? read.data : null
      }),
  )

/** What is kept whole under a name. One bad saved view, line or word is left out, not all. */
function readPart<T extends z.ZodType>(
  db: Database.Database,
  { name, schema, part }: { name: string; schema: T; part: Part },
  tally: Tally,
): z.infer<T> | null {
  const row = db.prepare(`select ${bytesOf('data')} from parts where name = ?`).get(name)
  if (row === undefined) return null
  const { value, leftOut } = readWhatCan(schema, jsonIn(row))
  tally.add(part, leftOut)
  return value
}

/** What is kept beside the graph, its places and the journal. */
export function readKept(db: Database.Database, tally = createTally()): Kept {
  const part = <T extends z.ZodType>(name: string, part: Part, schema: T) =>
    readPart(db, { name, schema, part }, tally)
  return {
    view: part('view', 'view', KeptView) ?? firstView,
    crawl: part('crawl', 'crawl', KeptCrawl) ?? firstCrawl,
    draft: part('draft', 'draft', z.array(ChangeLine)) ?? [],
    words: part('words', 'names', z.array(Word)) ?? [],
  }
}

/** What pages name and nobody saw; null where no page was read. */
export const readUnresolved = (db: Database.Database, tally = createTally()) =>
  readPart(db, { name: 'unresolved', schema: z.array(Unresolved), part: 'map' }, tally)

/** All that a file holds, and how many of its rows are not understood. */
export function readAll(db: Database.Database) {
  const tally = createTally()
  const list = <T extends z.ZodType>(from: string, part: Part, schema: T, order = 'rowid') =>
    rows(db, { from, order, part }, schema, tally)
  const read = {
    batch: {
      entities: list('nodes', 'nodes', Entity),
      relations: list('edges', 'relations', Relation),
    },
    records: list('records', 'questions', QueryRecord),
    places: readPlaces(db, tally),
    ...readKept(db, tally),
    entries: readEntries(db, { tally }),
    snapshots: readSnapshots(db, tally),
    unresolved: readUnresolved(db, tally),
  }
  return { ...read, unreadable: tally.list() }
}
