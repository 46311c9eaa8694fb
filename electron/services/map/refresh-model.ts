import { z } from 'zod'
import type { NodeId } from '@shared/graph'
import { GonePage, PageChange, PageKind, RefreshMode } from '@shared/map'
import type { ListedRows, PageList, PageRow, PagesById } from '../remote'
import type { MappedPage } from './mapped-page'
import type { MapKeeper, MapPort } from './model'

/** The calls of a refresh beside those of a map. */
export type RefreshPort = MapPort & {
  rows(wanted: ListedRows, signal: AbortSignal): Promise<PageList & { readonly calls: number }>
  pages(
    wanted: PagesById,
    signal: AbortSignal,
  ): Promise<{ readonly rows: readonly PageRow[]; readonly calls: number; readonly ms: number }>
}

/** One page that its row tells to be other than it is kept. */
export const Differing = z.object({ id: z.string(), kind: PageKind, what: z.array(PageChange) })
export type Differing = z.infer<typeof Differing>

/** One answer of a list, as far as it matters later. */
export const ListedAnswer = z.object({
  /** Which of the lists. */
  list: z.string(),
  cursor: z.string().nullable(),
  ended: z.boolean(),
  rows: z.int(),
  /** Ids of all rows; empty where nobody looks for what is absent. */
  seen: z.array(z.string()),
  differing: z.array(Differing),
  unusable: z.int(),
  /** The latest change among the rows, by the clock of the site. */
  newest: z.string().nullable(),
})
export type ListedAnswer = z.infer<typeof ListedAnswer>

/** How a refresh began. */
export const RefreshBegun = z.object({
  mode: RefreshMode,
  /** By our own clock: only how much time has passed is read from it. */
  startedAt: z.iso.datetime(),
  /** Every change up to here is known, by the clock of the site; null where that is not known. */
  since: z.string().nullable(),
})
export type RefreshBegun = z.infer<typeof RefreshBegun>

/** How far a refresh came. */
export const RefreshPlace = z.object({
  begun: RefreshBegun,
  /** Ids of the differing pages that were read anew. */
  read: z.array(z.string()),
  /** What is gone; null until that was looked for. */
  gone: z.array(GonePage).nullable(),
  /** What is named beyond the spaces was looked up again. */
  lookedAgain: z.boolean(),
  /** When the last answer of a list came, by our own clock. */
  listedAt: z.iso.datetime().nullable(),
})
export type RefreshPlace = z.infer<typeof RefreshPlace>

export type KeptRefresh = {
  readonly place: RefreshPlace
  readonly answers: readonly ListedAnswer[]
}

export const refreshPlace = (begun: RefreshBegun): RefreshPlace => ({
  begun,
  read: [],
  gone: null,
  lookedAgain: false,
  listedAt: null,
})

/** Told of each answer as soon as it is read, with how far that brings the refresh. */
export type RefreshKeeper = MapKeeper & {
  listed(answer: ListedAnswer, place: RefreshPlace, calls: number): void
  /** Pages in their new state. */
  readAnew(pages: readonly MappedPage[], place: RefreshPlace, calls: number): void
  /** Ids of pages that are kept no longer. */
  dropped(ids: readonly string[], place: RefreshPlace): void
  /** How far it came, where nothing else is kept with it. */
  place(place: RefreshPlace): void
}

export const nodeOf = (id: string): NodeId => `content:${id}`
