import { type Failure, FailureError } from '@shared/failure'
import type { BrokenOff, PageKind } from '@shared/map'
import type { SpaceRow } from '../remote'
import type { ListPlace } from './model'

export type SpaceList = {
  readonly space: SpaceRow
  readonly kind: PageKind
  readonly from: string | null
}

/** The lists that are still to be read: of each space its pages and its blog posts. */
export function listsLeft(
  spaces: readonly SpaceRow[],
  places: readonly ListPlace[],
): readonly SpaceList[] {
  const known = new Map(places.map((place) => [`${place.kind} ${place.space}`, place]))
  return spaces.flatMap((space) =>
    (['page', 'blogpost'] as const).flatMap((kind): SpaceList[] => {
      const place = known.get(`${kind} ${space.id}`)
      return place?.ended === true ? [] : [{ space, kind, from: place?.cursor ?? null }]
    }),
  )
}

/**
 * Reads lists side by side. One that meets what all of them would meet, such as a dead sign-in,
 * ends the others with `end`, and its failure is thrown.
 */
export async function readSideBySide(
  lists: readonly SpaceList[],
  read: (list: SpaceList) => Promise<Failure | null>,
  end: () => void,
): Promise<BrokenOff[]> {
  const guarded = lists.map(async (list) => {
    try {
      const failure = await read(list)
      return failure === null ? [] : [{ space: list.space.entity.key, kind: list.kind, failure }]
    } catch (error) {
      end()
      throw error
    }
  })
  const ended = await Promise.allSettled(guarded)
  const errors = ended.flatMap((one) =>
    one.status === 'rejected' && one.reason instanceof Error ? [one.reason] : [],
  )
  const first = errors.find((error) => !isCancelled(error)) ?? errors[0]
  if (first !== undefined) throw first
  return ended.flatMap((one) => (one.status === 'fulfilled' ? one.value : []))
}

const isCancelled = (error: unknown): boolean =>
  error instanceof FailureError && error.failure.kind === 'cancelled'
