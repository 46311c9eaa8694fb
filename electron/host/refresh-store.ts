import { type Failure, FailureError } from '@shared/failure'
import type { MapEvent, MapSummary, RefreshMode } from '@shared/map'
import {
  isReadWhole,
  type KeptMap,
  type KeptRefresh,
  mapReadUpTo,
  readFromPages,
  refreshMap,
  type RefreshKeeper,
  type RefreshPort,
  seekTitles,
} from '../services/map'
import type { Store } from '../services/workspace'
import { keptMap } from './kept-map'

/** A map that a workspace keeps, and the calls by which more comes to it. */
export type KeptParts = {
  /** The workspace as it is by then: its file may be opened anew meanwhile. */
  readonly store: () => Store
  readonly port: RefreshPort
  readonly site: string
  readonly onEvent: (event: MapEvent) => void
  readonly stop: AbortSignal
}

export type StoreRefresh = KeptParts & {
  /** Null to go on with the one that was left. */
  readonly mode: RefreshMode | null
  /** Calls at most from now on, where it is not to be what the map was given. */
  readonly maxCalls?: number
}

/**
 * Brings the map that a workspace keeps up to date, and keeps each answer there as it comes. The
 * graph is the caller's to keep: it is told what differs. Throws where nothing is mapped to its end.
 */
export async function refreshStore(wanted: StoreRefresh): Promise<MapSummary> {
  const { store, port, site, onEvent, stop } = wanted
  const { header, map } = await wholeMap(store())
  const { formerHosts, ...asked } = header.wanted
  const { kept, calls } = begunIn(wanted, map)
  const maxCalls = wanted.maxCalls === undefined ? asked.maxCalls : calls + wanted.maxCalls
  const request = { ...asked, maxCalls, home: { site, formerHosts } }
  const known = readFromPages(
    store().read().batch.relations,
    map,
    asked.relations,
    kept.place.gone ?? [],
  )
  const keeper = keeperIn(store)
  const parts = { port, keeper, onEvent, stop, known }
  const { summary, readUpTo } = await refreshMap(parts, request, { ...map, calls }, kept)
  store().mapEnd(summary, readUpTo)
  return summary
}

/** Looks for at most so many titles that the map names in vain, and keeps what was found. */
export async function seekTitlesIn(
  wanted: KeptParts & { readonly most: number },
): Promise<MapSummary> {
  const { store, port, site, most, onEvent, stop } = wanted
  const { header, map } = await wholeMap(store())
  const { formerHosts, ...asked } = header.wanted
  const request = { ...asked, home: { site, formerHosts } }
  const known = readFromPages(store().read().batch.relations, map, asked.relations)
  const parts = { port, keeper: keeperIn(store), onEvent, stop, known }
  const summary = await seekTitles(parts, request, map, most)
  store().mapResolved(summary.unresolved)
  return summary
}

/** The map that a workspace keeps. Throws where there is none, or none that was read to its end. */
async function wholeMap(store: Store) {
  const header = store.mapHeader()
  const map = await keptMap(store)
  if (header === null || map === null) throw new FailureError(nothingMapped)
  if (!isReadWhole(map)) throw new FailureError(notReadWhole)
  return { header, map }
}

/** A new one, or the one that was left, with the calls that it has made. */
function begunIn(
  { store, mode }: StoreRefresh,
  map: KeptMap,
): { readonly kept: KeptRefresh; readonly calls: number } {
  const left = mode === null ? store().mapRefresh() : null
  if (left !== null) {
    store().mapGoOn()
    return { kept: left, calls: map.calls }
  }
  const header = store().mapHeader()
  const { startedAt = '', ended = null, readUpTo } = header ?? {}
  const since =
    readUpTo ?? (ended === null ? null : mapReadUpTo(map, { startedAt, endedAt: ended.at }))
  const begun = { mode: mode ?? 'quick', startedAt: new Date().toISOString(), since }
  return { kept: store().mapRefreshBegin(begun), calls: 0 }
}

/** Keeps what comes in the workspace as it is by then: its file may be opened anew meanwhile. */
export const keeperIn = (store: () => Store): RefreshKeeper => ({
  spaces: (...came) => store().mapKeepSpaces(...came),
  rows: (...came) => store().mapKeepRows(...came),
  paired: (...came) => store().mapKeepPaired(...came),
  lookedUp: (...came) => store().mapKeepFound(...came),
  listed: (...came) => store().mapKeepListed(...came),
  readAnew: (...came) => store().mapKeepReadAnew(...came),
  dropped: (...came) => store().mapKeepDropped(...came),
  place: (...came) => store().mapKeepPlace(...came),
})

export const nothingMapped: Failure = { kind: 'map-not-ready', why: 'none' }
const notReadWhole: Failure = { kind: 'map-not-ready', why: 'unfinished' }
