import type Database from 'libsql'
import { GraphFile } from '@shared/graph'
import { KeptSnapshot } from '@shared/workspace'
import { FailureError } from '@shared/failure'
import { gone } from './file-failures'
import { bytesOf, numberIn, type Tally, textIn, understood } from './rows'
import type { Way } from './transaction'

/**
 * A deleted snapshot stays where it is and is marked by this name in `meta`, with the time: where
 * the mark is lost the snapshot is there again, never the other way round.
 */
const markOf = (id: string): string => `deleted snapshot ${id}`

const columns = [
  ...['id', 'name', 'at'].map((one) => bytesOf(one)),
  'cast(nodes as integer) as nodes',
  'cast(edges as integer) as edges',
  'octet_length(data) as bytes',
  "(select cast(value as blob) from meta where meta.name = 'deleted snapshot ' || id) as deleted",
].join(', ')

/** The deleted ones among them, told by `deletedAt`. */
export const readSnapshots = (db: Database.Database, tally: Tally): KeptSnapshot[] =>
  tally.kept(
    'snapshots',
    db.prepare(`select ${columns} from snapshots order by at`).all().map(snapshotIn),
  )

function snapshotIn(row: unknown): KeptSnapshot | null {
  const deletedAt = KeptSnapshot.shape.deletedAt.safeParse(textIn(row, 'deleted'))
  const read = KeptSnapshot.safeParse({
    id: textIn(row, 'id'),
    name: textIn(row, 'name'),
    at: textIn(row, 'at'),
    nodes: numberIn(row, 'nodes'),
    edges: numberIn(row, 'edges'),
    bytes: numberIn(row, 'bytes') ?? 0,
    // A mark that cannot be read marks nothing.
    deletedAt: deletedAt.success ? deletedAt.data : null,
  })
  return read.success ? read.data : null
}

const damagedSnapshot = new FailureError({
  kind: 'unfit-file',
  sentence: 'This snapshot is damaged and cannot be read.',
  next: 'Choose another one. The file keeps it as it is.',
})
const goneSnapshot = gone('This snapshot is no longer there.', 'Choose another one.')

/** What a store can do with snapshots. `whole` is all or nothing. */
export function snapshotRows(db: Database.Database, guarded: Way, whole: Way) {
  const one = (id: string): KeptSnapshot => {
    const row = db.prepare(`select ${columns} from snapshots where id = ?`).get(id)
    const kept = row === undefined ? null : snapshotIn(row)
    if (kept === null) throw goneSnapshot
    return kept
  }
  const unmark = (id: string) => void db.prepare('delete from meta where name = ?').run(markOf(id))
  return {
    keepSnapshot: ({ id, name, at, nodes, edges, deletedAt }: KeptSnapshot, graph: GraphFile) =>
      whole(() => {
        const put = db.prepare('insert into snapshots values (?, ?, ?, ?, ?, ?)')
        put.run(id, name, at, nodes, edges, JSON.stringify(graph))
        if (deletedAt !== null) mark(db, id, deletedAt)
        return one(id)
      }),
    snapshot: (id: string): GraphFile | null =>
      guarded(() => {
        const row = db.prepare(`select ${bytesOf('data')} from snapshots where id = ?`).get(id)
        if (row === undefined) return null
        const graph = understood(GraphFile, row)
        if (graph === null) throw damagedSnapshot
        return graph
      }),
    /** Marks it as deleted. */
    removeSnapshot: (id: string) =>
      whole(() => {
        mark(db, id, new Date().toISOString())
        return one(id)
      }),
    restoreSnapshot: (id: string) =>
      whole(() => {
        unmark(id)
        return one(id)
      }),
    /** For good. */
    discardSnapshot: (id: string): void =>
      whole(() => {
        db.prepare('delete from snapshots where id = ?').run(id)
        unmark(id)
      }),
  }
}

const mark = (db: Database.Database, id: string, at: string): void => {
  const put =
    'insert into meta values (?, ?) on conflict (name) do update set value = excluded.value'
  db.prepare(put).run(markOf(id), at)
}
