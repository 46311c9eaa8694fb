import { setImmediate as nextTurn } from 'node:timers/promises'
import type { KeptMap, MappedPage } from '../services/map'
import type { Store } from '../services/workspace'

/** What a workspace keeps of its map, read in pieces; null where nothing was mapped. */
export async function keptMap(store: Store): Promise<KeptMap | null> {
  const header = store.mapHeader()
  if (header?.spaces === null || header === null) return null
  const pages: MappedPage[] = []
  let lost = 0
  for (let at: number | null = 0; at !== null;) {
    const some = store.mapPages(at)
    pages.push(...some.pages)
    lost += some.lost
    at = some.last
    await nextTurn()
  }
  const found = store.mapFound()
  return {
    spaces: header.spaces,
    // Nobody knows in which of them a page stood that cannot be read any more.
    lists: lost === 0 ? store.mapLists() : [],
    pages,
    lookedUp: found.map(({ id, seen, own }) => ({ id, seen, ...(own !== undefined && { own }) })),
    entities: found.flatMap(({ entity }) => entity ?? []),
    calls: header.calls,
  }
}
