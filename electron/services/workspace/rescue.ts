import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { FailureError } from '@shared/failure'
import { firstKept, keptChanging, type Unreadable } from '@shared/workspace'
import { noWorkspace } from './file-failures'
import type { Inspector } from './inspect'
import { openFile } from './open-file'
import { createTally, type Part } from './rows'
import { createStore, type Store } from './store'

/** What the rows of a table are to people; `meta` and the like are none. */
const partOfTable: Readonly<Record<string, Part>> = {
  nodes: 'nodes',
  edges: 'relations',
  records: 'questions',
  places: 'places',
  parts: 'view',
  entries: 'acts',
  steps: 'acts',
  snapshots: 'snapshots',
}

export type Rescued = {
  /** What the file says of its site; null where that is lost. */
  readonly site: string | null
  readonly store: Store
  readonly lost: readonly Unreadable[]
}

/**
 * Lets `use` read what can be read of a damaged file, or of one with tables that are not ours: it
 * is taken out row by row, in a process of its own, into a clean file in `folder` that is gone
 * afterwards. The file itself is only read. Throws where nothing of it can be read.
 */
export async function withRescued<T>(
  { path, folder, what }: { readonly path: string; readonly folder: string; readonly what: string },
  inspector: Inspector,
  use: (rescued: Rescued) => T,
): Promise<T> {
  const clean = join(folder, `.${randomUUID()}.rescue`)
  let close: () => void = () => undefined
  try {
    const lostRows = await inspector.rescue(path, clean, what)
    if (lostRows === null) throw new FailureError(noWorkspace(what))
    const file = openFile(clean, what)
    close = file.close
    const store = createStore(file.db, what, file.close)
    const site = store.meta('site')
    const { nodes, edges } = store.counts()
    if (site === null && nodes + edges === 0) throw new FailureError(noWorkspace(what))
    const tally = createTally()
    for (const [table, rows] of Object.entries(lostRows)) {
      const part = partOfTable[table]
      if (part !== undefined) tally.add(part, rows)
    }
    for (const { part, rows } of store.read().unreadable) tally.add(part, rows)
    return use({
      site: site !== null && URL.canParse(site) ? site : null,
      store,
      lost: tally.list(),
    })
  } finally {
    close()
    for (const tail of ['', '-wal', '-journal']) rmSync(`${clean}${tail}`, { force: true })
  }
}

/** Writes all that one store holds to another, as it is written when people work. */
export function copyAll(from: Store, to: Store): void {
  const { batch, records, places, entries, view, crawl, draft, words, snapshots } = from.read()
  const kept = keptChanging.between(firstKept, { view, crawl, draft, words })
  to.save({ batch, records, places, entries, ...(kept === undefined ? {} : { kept }) })
  for (const one of snapshots) {
    const graph = readable(() => from.snapshot(one.id))
    if (graph !== null) to.keepSnapshot(one, graph)
  }
}

/** A snapshot whose graph is damaged costs itself alone. */
function readable<T>(work: () => T | null): T | null {
  try {
    return work()
  } catch {
    return null
  }
}
