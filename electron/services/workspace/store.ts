import type Database from 'libsql'
import type { Entry, Step } from '@shared/edit'
import { Entity, type NodeId } from '@shared/graph'
import type { WorkspaceChange } from '@shared/workspace'
import { type Claims, createClaims } from './claims'
import { keptIn } from './kept-in'
import { countOf, readAll, readEntries, readUnsure } from './read'
import { bytesOf, textIn, understood } from './rows'
import { snapshotRows } from './snapshot-rows'
import { waysInto } from './transaction'
import { writers } from './write'

/** The tables of one open workspace. Every method throws the failure `storage` or a rule. */
export type Store = ReturnType<typeof createStore>

export function createStore(
  db: Database.Database,
  what: string,
  close: () => void,
  claims: Claims = createClaims(),
) {
  const { guarded, whole } = waysInto(db, what)
  const write = writers(db)
  const kept = keptIn(db, write.part)
  return {
    ...claims,
    meta: (name: string): string | null =>
      guarded(() => {
        const wanted = `select ${bytesOf('value')} from meta where name = ?`
        return textIn(db.prepare(wanted).get(name), 'value')
      }),
    setMeta: (values: Readonly<Record<string, string>>): void =>
      whole(() => {
        for (const [name, value] of Object.entries(values)) write.meta(name, value)
      }),
    counts: () => guarded(() => ({ nodes: countOf(db, 'nodes'), edges: countOf(db, 'edges') })),
    read: () => guarded(() => readAll(db)),
    save: (change: WorkspaceChange): void => {
      const settle = whole(() => {
        write.change(change)
        return kept.change(change.kept)
      })
      settle()
    },
    begin: (entry: Entry): void => whole(() => write.entry(entry)),
    entity: (id: NodeId): Entity | null =>
      guarded(() => {
        const row = db.prepare(`select ${bytesOf('data')} from nodes where id = ?`).get(id)
        return understood(Entity, row)
      }),
    entry: (id: string): Entry | null => guarded(() => readEntries(db, { id })[0] ?? null),
    /** Writes down how a step came out, and in the same moment what that means for the graph. */
    step: (entry: string, at: number, step: Step): void =>
      whole(() => {
        write.step(entry, at, step)
        write.outcome(step)
      }),
    unsure: () => guarded(() => readUnsure(db)),
    ...snapshotRows(db, guarded, whole),
    /** The whole as one file, without the log of writes. */
    copyTo: (path: string): void => guarded(() => void db.prepare('vacuum into ?').run(path)),
    close,
  }
}
