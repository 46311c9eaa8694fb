import { FailureError } from '@shared/failure'
import { type MapEvent, type MapPort, type MapRequest, type MapSummary } from './model'
import { Mapping } from './mapping'

/**
 * Maps whole spaces: reads the lists of their pages and blog posts with the bodies, and tells the
 * relations that stand there. What came is kept whatever ends it; the summary says what is lacking.
 */
export async function mapSpaces(
  port: MapPort,
  request: MapRequest,
  onEvent: (event: MapEvent) => void,
  stop: AbortSignal,
): Promise<MapSummary> {
  const mapping = new Mapping(port, request, onEvent, stop)
  try {
    await mapping.run()
    return mapping.summary(undefined)
  } catch (error) {
    if (!(error instanceof FailureError)) throw error
    mapping.tellRelations()
    return mapping.summary(error.failure.kind === 'cancelled' ? undefined : error.failure)
  }
}
