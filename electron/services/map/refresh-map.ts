import { FailureError } from '@shared/failure'
import { type EdgeId, type Relation } from '@shared/graph'
import type { MapSummary, PageRelation } from '@shared/map'
import { Mapping } from './mapping'
import type { KeptMap, MapRequest } from './model'
import type { KeptRefresh } from './refresh-model'
import { newestOf, readUpTo } from './refresh-rows'
import { type RefreshParts, Refreshing } from './refreshing'

/** What a refresh leaves: its summary, and up to where the site is known now. */
export type RefreshEnd = { readonly summary: MapSummary; readonly readUpTo: string | null }

/**
 * Brings a map to what the site has now: asks what has changed, reads that alone, and resolves
 * whatever the pages name again, without a call. Tells only what differs from what is known. What
 * came is kept whatever ends it; the summary says what was found and what is lacking.
 */
export async function refreshMap(
  parts: RefreshParts,
  request: MapRequest,
  map: KeptMap,
  kept: KeptRefresh,
): Promise<RefreshEnd> {
  const refreshing = new Refreshing(parts, request, map, kept)
  const { port, keeper, onEvent, stop, known } = parts
  const mapping = new Mapping({ port, keeper, onEvent, stop, known }, request)
  const end = (summary: MapSummary): RefreshEnd => {
    const { state } = summary
    const isEnded = state === 'complete' || state === 'partial'
    return {
      summary: {
        ...summary,
        state: state === 'complete' && refreshing.unusable() > 0 ? 'partial' : state,
        unusable: summary.unusable + refreshing.unusable(),
        refreshed: refreshing.found(),
      },
      readUpTo: isEnded ? refreshing.readUpTo() : kept.place.begun.since,
    }
  }
  const settled = async (failure: MapSummary['failure']) => {
    await mapping.settle(failure === undefined && !stop.aborted)
    tellGone(refreshing, parts)
    return end(mapping.summary(failure))
  }
  let isHeld = false
  try {
    await refreshing.run()
    isHeld = true
    await mapping.run(withNothingLeft(refreshing.map()))
    return await settled(undefined)
  } catch (error) {
    if (!(error instanceof FailureError)) throw error
    if (!isHeld) await mapping.hold(refreshing.map())
    return settled(error.failure.kind === 'cancelled' ? undefined : error.failure)
  }
}

function tellGone(refreshing: Refreshing, { onEvent }: RefreshParts): void {
  const entities = refreshing.goneEntities()
  if (entities.length === 0) return
  onEvent({ kind: 'batch', batch: { entities, relations: [] }, gone: [], records: [] })
}

/** No list of bodies is to be read: what differs was read by its id. */
const withNothingLeft = (map: KeptMap): KeptMap => ({
  ...map,
  lists: map.spaces.flatMap(({ id }) =>
    (['page', 'blogpost'] as const).map((kind) => ({ space: id, kind, cursor: null, ended: true })),
  ),
})

/** Whether a map was read to the end of its lists, so that a refresh has something to begin from. */
export const isReadWhole = ({ spaces, lists }: KeptMap): boolean =>
  spaces.every(({ id }) =>
    (['page', 'blogpost'] as const).every((kind) =>
      lists.some((one) => one.space === id && one.kind === kind && one.ended),
    ),
  )

/** Up to where a map has read its site, by the dates of what it read and the time that it took. */
export const mapReadUpTo = (
  { pages }: KeptMap,
  { startedAt, endedAt }: { readonly startedAt: string; readonly endedAt: string },
): string | null =>
  readUpTo(newestOf(pages.map(({ entity }) => entity.changedAt)), startedAt, endedAt, null)

/** Of the relations of a graph those that this map has read from its pages. */
export function readFromPages(
  relations: Iterable<Relation>,
  { pages }: KeptMap,
  wanted: readonly PageRelation[],
  gone: readonly { readonly node: string }[] = [],
): ReadonlySet<EdgeId> {
  const names = new Set<string>(wanted)
  const sources = new Set<string>([
    ...pages.map(({ entity }) => entity.id),
    ...gone.map(({ node }) => node),
  ])
  const found = new Set<EdgeId>()
  for (const { id, relation, source, origin } of relations) {
    if (origin === 'pages' && names.has(relation) && sources.has(source)) found.add(id)
  }
  return found
}
