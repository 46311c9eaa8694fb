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
  map_pages: 'map',
  map_lists: 'map',
  map_found: 'map',
}

export type Rescued = {
  /** What the file says of its site; null where that is lost. */
  readonly site: string | null
  readonly store: Store
  readonly read: ReturnType<Store['read']>
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
    const read = store.read()
    for (const { part, rows } of read.unreadable) tally.add(part, rows)
    return use({
      site: site !== null && URL.canParse(site) ? site : null,
      store,
      read,
      lost: tally.list(),
    })
  } finally {
    close()
    for (const tail of ['', '-wal', '-journal']) rmSync(`${clean}${tail}`, { force: true })
  }
}

/** Writes all that one store holds to another, as it is written when people work. */
export function copyAll({ store: from, read, lost }: Rescued, to: Store): void {
  const { unresolved, batch, records, places, entries, view, crawl, draft, words, snapshots } = read
  const kept = keptChanging.between(firstKept, { view, crawl, draft, words })
  to.save({ batch, records, places, entries, ...(kept === undefined ? {} : { kept }) })
  for (const one of snapshots) {
    const graph = readable(() => from.snapshot(one.id))
    if (graph !== null) to.keepSnapshot(one, graph)
  }
  if (unresolved !== null) to.save({ unresolved: { anew: true, list: unresolved } })
  copyMap(from, to, !lost.some(({ part }) => part === 'map'))
}

/** Where something of the map is lost, its lists are read anew when it goes on. */
function copyMap(from: Store, to: Store, isWhole: boolean): void {
  const header = from.mapHeader()
  if (header === null) return
  to.mapTakeOver(header)
  let lost = 0
  for (let at: number | null = 0; at !== null;) {
    const some = from.mapPages(at)
    to.mapKeepPaired(some.pages, 0)
    lost += some.lost
    at = some.last
  }
  const found = from.mapFound()
  to.mapKeepFound(
    found.map(({ id, seen, own }) => ({ id, seen, ...(own !== undefined && { own }) })),
    found.flatMap(({ entity }) => entity ?? []),
    0,
  )
  if (isWhole && lost === 0) for (const place of from.mapLists()) to.mapKeepRows([], place, 0)
}

/** A snapshot whose graph is damaged costs itself alone. */
function readable<T>(work: () => T | null): T | null {
  try {
    return work()
  } catch {
    return null
  }
}
