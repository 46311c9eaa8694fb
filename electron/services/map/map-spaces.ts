import { FailureError } from '@shared/failure'
import type { MapEvent, MapSummary } from '@shared/map'
import { inShort } from './check-titles'
import { Mapping } from './mapping'
import { keepsNothing, type KeptMap, type MapKeeper, type MapPort, type MapRequest } from './model'

type Kept = { readonly keeper: MapKeeper; readonly map: KeptMap | null }

const nothingKept: Kept = { keeper: keepsNothing, map: null }

/**
 * Maps whole spaces: reads the lists of their pages and blog posts with the bodies, and tells the
 * relations that stand there. What came is kept whatever ends it; the summary says what is lacking.
 * `kept` holds what was read of the same map before, so that nothing is asked twice.
 */
export async function mapSpaces(
  port: MapPort,
  request: MapRequest,
  onEvent: (event: MapEvent) => void,
  stop: AbortSignal,
  { keeper, map }: Kept = nothingKept,
): Promise<MapSummary> {
  const mapping = new Mapping({ port, keeper, onEvent, stop }, request)
  try {
    await mapping.run(map)
    const sought = request.titles === undefined ? null : await mapping.checkTitles(request.titles)
    await mapping.settle(true)
    return { ...mapping.summary(undefined), ...(sought !== null && { sought: inShort(sought) }) }
  } catch (error) {
    if (!(error instanceof FailureError)) throw error
    await mapping.settle(false)
    return mapping.summary(error.failure.kind === 'cancelled' ? undefined : error.failure)
  }
}
