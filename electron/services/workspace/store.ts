import type Database from 'libsql'
import { Entity, type NodeId } from '@shared/graph'
import type { SavedBy, WorkspaceChange } from '@shared/workspace'
import { journalRows } from './journal-rows'
import { keptIn } from './kept-in'
import { createLive, type Live } from './live'
import { mapRows } from './map-rows'
import { countOf, readAll } from './read'
import { bytesOf, createTally, textIn, understood } from './rows'
import { readSnapshots, snapshotRows } from './snapshot-rows'
import { createTelling } from './telling'
import { waysInto } from './transaction'
import { writers } from './write'

/** The tables of one open workspace. Every method throws the failure `storage` or a rule. */
export type Store = ReturnType<typeof createStore>

export function createStore(
  db: Database.Database,
  what: string,
  close: () => void,
  live: Live = createLive(),
) {
  const { guarded, whole } = waysInto(db, what)
  const write = writers(db)
  const kept = keptIn(db, write.part)
  const meta = (name: string): string | null =>
    guarded(() => {
      const wanted = `select ${bytesOf('value')} from meta where name = ?`
      return textIn(db.prepare(wanted).get(name), 'value')
    })
  const { version, told } = createTelling({
    live,
    whole,
    version: () => meta('version'),
    put: (version) => void write.meta('version', version),
  })
  return {
    live: () => live,
    claim: live.claim,
    release: live.release,
    version,
    meta,
    setMeta: (values: Readonly<Record<string, string>>): void =>
      whole(() => {
        for (const [name, value] of Object.entries(values)) write.meta(name, value)
      }),
    counts: () => guarded(() => ({ nodes: countOf(db, 'nodes'), edges: countOf(db, 'edges') })),
    read: () => guarded(() => readAll(db)),
    save: (change: WorkspaceChange, by?: SavedBy): void => {
      if (by !== undefined && live.isWritten(by)) return
      const work = () => {
        write.change(change)
        return kept.change(change.kept)
      }
      told(work, () => change, by).value()
    },
    entity: (id: NodeId): Entity | null =>
      guarded(() => {
        const row = db.prepare(`select ${bytesOf('data')} from nodes where id = ?`).get(id)
        return understood(Entity, row)
      }),
    ...journalRows(db, { guarded, told, write }),
    ...snapshotRows(db, guarded, (work) => {
      const update = () => ({ snapshots: readSnapshots(db, createTally()) })
      return told(work, update).value
    }),
    ...mapRows(db, { guarded, whole, told, write }),
    /** The whole as one file, without the log of writes. */
    copyTo: (path: string): void => guarded(() => void db.prepare('vacuum into ?').run(path)),
    close,
  }
}
