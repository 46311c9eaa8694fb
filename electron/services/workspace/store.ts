import type Database from 'libsql'
import { z } from 'zod'
import { type Entry, Step } from '@shared/edit'
import { Entity, GraphFile, type NodeId } from '@shared/graph'
import type { KeptSnapshot, WorkspaceChange } from '@shared/workspace'
import { closeFile, failureOfFile } from './open-file'
import { countOf, parse, readAll, readEntries, Row } from './read'
import { writers } from './write'

/** The tables of one open workspace. Every method throws the failure `storage` or a rule. */
export type Store = ReturnType<typeof createStore>

export function createStore(db: Database.Database, what: string) {
  const guarded = <T>(work: () => T): T => {
    try {
      return work()
    } catch (error) {
      throw failureOfFile(error, what)
    }
  }
  /** All or nothing. */
  const whole = <T>(work: () => T): T =>
    guarded(() => {
      db.exec('begin immediate')
      try {
        const value = work()
        db.exec('commit')
        return value
      } catch (error) {
        // After a full disk SQLite may have rolled back by itself.
        if (db.inTransaction) db.exec('rollback')
        throw error
      }
    })
  const write = writers(db)
  return {
    meta: (name: string): string | null =>
      guarded(() => {
        const row = db.prepare('select value as data from meta where name = ?').get(name)
        return row === undefined ? null : Row.parse(row).data
      }),
    setMeta: (values: Readonly<Record<string, string>>): void =>
      whole(() => {
        for (const [name, value] of Object.entries(values)) write.meta(name, value)
      }),
    counts: () => guarded(() => ({ nodes: countOf(db, 'nodes'), edges: countOf(db, 'edges') })),
    read: () => guarded(() => readAll(db)),
    save: (change: WorkspaceChange): void => whole(() => write.change(change)),
    begin: (entry: Entry): void => whole(() => write.entry(entry)),
    entity: (id: NodeId): Entity | null =>
      guarded(() => {
        const row = db.prepare('select data from nodes where id = ?').get(id)
        return row === undefined ? null : parse(Entity, row)
      }),
    entry: (id: string): Entry | null => guarded(() => readEntries(db, id)[0] ?? null),
    /** Writes down how a step came out, and in the same moment what that means for the graph. */
    step: (entry: string, at: number, step: Step): void =>
      whole(() => {
        write.step(entry, at, step)
        write.outcome(step)
      }),
    unsure: () => guarded(() => unsure(db)),
    ...snapshots(db, guarded, whole),
    /** The whole as one file, without the log of writes. */
    copyTo: (path: string): void => guarded(() => void db.prepare('vacuum into ?').run(path)),
    close: (): void => closeFile(db),
  }
}

type Way = <T>(work: () => T) => T

const snapshots = (db: Database.Database, guarded: Way, whole: Way) => ({
  keepSnapshot: (kept: KeptSnapshot, graph: GraphFile): void =>
    whole(() => {
      db.prepare('insert into snapshots values (?, ?, ?, ?, ?, ?)').run(
        kept.id,
        kept.name,
        kept.at,
        kept.nodes,
        kept.edges,
        JSON.stringify(graph),
      )
    }),
  snapshot: (id: string): GraphFile | null =>
    guarded(() => {
      const row = db.prepare('select data from snapshots where id = ?').get(id)
      return row === undefined ? null : parse(GraphFile, row)
    }),
  removeSnapshot: (id: string): void =>
    whole(() => void db.prepare('delete from snapshots where id = ?').run(id)),
})

/** Steps that were sent when the program ended, or whose reading back failed. */
const unsure = (db: Database.Database) =>
  db
    .prepare("select entry, at, data from steps where state in ('sent', 'unknown')")
    .all()
    .map((row) => {
      const { entry, at } = z.object({ entry: z.string(), at: z.number() }).parse(row)
      return { entry, at, step: parse(Step, row) }
    })
