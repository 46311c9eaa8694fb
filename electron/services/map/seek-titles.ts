import { FailureError } from '@shared/failure'
import type { MapSummary } from '@shared/map'
import { inShort } from './check-titles'
import { type MapParts, Mapping } from './mapping'
import type { KeptMap, MapRequest } from './model'

/**
 * Looks for at most `most` of the titles that the pages of a map name and nobody saw, and tells what
 * they lead to. Nothing else is asked. What came is kept whatever ends it.
 */
export async function seekTitles(
  parts: MapParts,
  request: MapRequest,
  map: KeptMap,
  most: number,
): Promise<MapSummary> {
  const mapping = new Mapping(parts, request)
  // The graph holds what was mapped; only what differs is to be told.
  await mapping.hold({ ...map, calls: 0, told: new Set(map.pages.map(({ id }) => id)) })
  try {
    const sought = inShort(await mapping.checkTitles(most))
    await mapping.settle(true)
    return { ...mapping.summary(undefined), sought }
  } catch (error) {
    if (!(error instanceof FailureError)) throw error
    await mapping.settle(false)
    return mapping.summary(error.failure.kind === 'cancelled' ? undefined : error.failure)
  }
}
