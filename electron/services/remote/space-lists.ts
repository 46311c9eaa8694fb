import { FailureError } from '@shared/failure'
import type { Markup, Reading } from '../markup'
import { allSpaces, countPages } from './all-spaces'
import type { Caller } from './call'
import { bodiesById, namesById } from './bodies-by-id'
import {
  type ListedPages,
  listPages,
  type PageList,
  type PageRow,
  type SpacePages,
  spaceRow,
  type SpaceRow,
} from './list-pages'
import { listRows, type ListedRows, pagesById, type PagesById } from './list-rows'
import { listTitled, type TitledPages } from './list-titled'
import type { Site } from './site'

type Counted<T> = T & { calls: number }

/** What is read of whole spaces. */
export type SpaceLists = {
  /** Spaces by their keys, in whatever case they are written; absent ones are left out. */
  spaces(keys: readonly string[], signal?: AbortSignal): Promise<Counted<{ spaces: SpaceRow[] }>>
  /** Every space that can be seen; `more` where that is not all of them. */
  allSpaces(signal?: AbortSignal): Promise<Counted<{ spaces: readonly SpaceRow[]; more: boolean }>>
  /** About how many pages and blog posts spaces have; null where the site does not say. */
  countPages(
    keys: readonly string[],
    signal?: AbortSignal,
  ): Promise<Counted<{ pages: number | null }>>
  /** Pages or blog posts of a space, one answer of the list. */
  listPages(wanted: SpacePages, signal?: AbortSignal): Promise<Counted<CountedRows>>
  /** Pages or blog posts of many spaces without their bodies, one answer of the list. */
  listRows(wanted: ListedRows, signal?: AbortSignal): Promise<Counted<PageList>>
  /** Pages or blog posts by their ids; those that are not there or hidden are left out. */
  pagesById(
    wanted: PagesById,
    signal?: AbortSignal,
  ): Promise<Counted<{ rows: PageRow[]; ms: number }>>
  /** Pages or blog posts of a space by their title. */
  titled(wanted: TitledPages, signal?: AbortSignal): Promise<Counted<{ rows: PageRow[] }>>
  /** Bodies of pages or blog posts by their ids, as they are stored. */
  bodies(
    kind: SpacePages['kind'],
    ids: readonly string[],
    signal?: AbortSignal,
  ): Promise<Counted<{ bodies: ReadonlyMap<string, string> }>>
  /** What the bodies of pages or blog posts name, by their ids. */
  names(
    kind: SpacePages['kind'],
    ids: readonly string[],
    reading: Reading,
    signal?: AbortSignal,
  ): Promise<Counted<{ names: ReadonlyMap<string, Markup>; ms: number }>>
}

/** The rows come with the calls that were made for them since. */
type CountedRows = Omit<ListedPages, 'rows'> & {
  readonly rows: () => Promise<Counted<{ rows: readonly PageRow[] }>>
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
  allSpaces: async (signal) => {
    const caller = start(signal)
    return { ...(await allSpaces(site, caller)), calls: caller.calls() }
  },
  countPages: async (keys, signal) => {
    const caller = start(signal)
    return { pages: await countPages(caller, keys), calls: caller.calls() }
  },
  listPages: async (wanted, signal) => {
    const caller = start(signal)
    const { rows, ...list } = await listPages(site, caller, wanted)
    const calls = caller.calls()
    return {
      ...{ ...list, calls },
      rows: async () => ({ rows: await rows(), calls: caller.calls() - calls }),
    }
  },
  listRows: async (wanted, signal) => {
    const caller = start(signal)
    return { ...(await listRows(site, caller, wanted)), calls: caller.calls() }
  },
  pagesById: async (wanted, signal) => {
    const caller = start(signal)
    const rows = await pagesById(site, caller, wanted)
    return { rows, calls: caller.calls(), ms: caller.ms() }
  },
  titled: async (wanted, signal) => {
    const caller = start(signal)
    return { rows: await listTitled(site, caller, wanted), calls: caller.calls() }
  },
  bodies: async (kind, ids, signal) => {
    const caller = start(signal)
    return { bodies: await bodiesById(caller, kind, ids), calls: caller.calls() }
  },
  names: async (kind, ids, reading, signal) => {
    const caller = start(signal)
    const names = await namesById(caller, kind, ids, reading)
    return { names, calls: caller.calls(), ms: caller.ms() }
  },
})
