import { FailureError } from '@shared/failure'
import type { Caller } from './call'
import {
  bodiesById,
  type BodyFormat,
  listPages,
  type PageList,
  type SpacePages,
  spaceRow,
  type SpaceRow,
} from './list-pages'
import type { Site } from './site'

type Counted<T> = T & { calls: number }

/** What is read of whole spaces. */
export type SpaceLists = {
  /** Spaces by their keys, in whatever case they are written; absent ones are left out. */
  spaces(keys: readonly string[], signal?: AbortSignal): Promise<Counted<{ spaces: SpaceRow[] }>>
  /** Pages or blog posts of a space, one answer of the list. */
  listPages(wanted: SpacePages, signal?: AbortSignal): Promise<Counted<PageList>>
  /** Bodies of pages or blog posts by their ids. */
  bodies(
    kind: SpacePages['kind'],
    ids: readonly string[],
    format: BodyFormat,
    signal?: AbortSignal,
  ): Promise<Counted<{ bodies: ReadonlyMap<string, string> }>>
}

export const spaceLists = (
  site: Site,
  start: (signal: AbortSignal | undefined) => Caller,
): SpaceLists => ({
  spaces: async (keys, signal) => {
    const caller = start(signal)
    const { found, left } = await site.directory.spacesByKey(caller, keys)
    const [first] = left
    if (first !== undefined) throw new FailureError(first.failure)
    return { spaces: found.map((space) => spaceRow(space, site.origin)), calls: caller.calls() }
  },
  listPages: async (wanted, signal) => {
    const caller = start(signal)
    return { ...(await listPages(site, caller, wanted)), calls: caller.calls() }
  },
  bodies: async (kind, ids, format, signal) => {
    const caller = start(signal)
    return { bodies: await bodiesById(caller, kind, ids, format), calls: caller.calls() }
  },
})
