import type { Described } from '@shared/contract'
import type { Entity, EntityRef, NodeId } from '@shared/graph'
import type { MapWanted } from '@shared/map'
import type { PageRow, RemoteClient, SpacePages, SpaceRow, TitledPages } from '../remote'
import type { Home, Markup, Reading } from '../markup'
import type { MappedPage } from './mapped-page'

/** The calls of a map. Each throws `FailureError` only, and counts its calls to Confluence. */
export type MapPort = {
  spaces(
    keys: readonly string[],
    signal: AbortSignal,
  ): Promise<{ readonly spaces: readonly SpaceRow[]; readonly calls: number }>
  /** Its rows come later than the rest, so that the next may be asked for meanwhile. */
  list(wanted: SpacePages, signal: AbortSignal): ReturnType<RemoteClient['listPages']>
  bodies(
    kind: SpacePages['kind'],
    ids: readonly string[],
    signal: AbortSignal,
  ): Promise<{ readonly bodies: ReadonlyMap<string, string>; readonly calls: number }>
  /** What the bodies of pages name. */
  names(
    kind: SpacePages['kind'],
    ids: readonly string[],
    reading: Reading,
    signal: AbortSignal,
  ): Promise<{
    readonly names: ReadonlyMap<string, Markup>
    readonly calls: number
    /** How long the site took, in ms. */
    readonly ms: number
  }>
  describe(refs: readonly EntityRef[], signal: AbortSignal): Promise<Described>
  titled(
    wanted: TitledPages,
    signal: AbortSignal,
  ): Promise<{ readonly rows: readonly PageRow[]; readonly calls: number }>
}

export type MapRequest = Omit<MapWanted, 'formerHosts'> & {
  readonly home: Home
  /** Titles that nobody saw are asked for at the end, at most so many; none without it. */
  readonly titles?: number | undefined
}

/** What of a list was read: it goes on behind `cursor`, unless it has ended. */
export type ListPlace = {
  readonly space: string
  readonly kind: SpacePages['kind']
  readonly cursor: string | null
  readonly ended: boolean
}

/** What was looked up beyond the mapped spaces, by its node. */
export type LookedUp = {
  readonly id: NodeId
  readonly seen: boolean
  /** Its own spelling, where that is another one. */
  readonly own?: NodeId
}

/** What an earlier start of the program has read of the same map. */
export type KeptMap = {
  readonly spaces: readonly SpaceRow[]
  readonly lists: readonly ListPlace[]
  readonly pages: readonly MappedPage[]
  readonly lookedUp: readonly LookedUp[]
  /** What was found of those. */
  readonly entities: readonly Entity[]
  readonly calls: number
  /** Pages that the graph holds as they are here, so that they need not be told again. */
  readonly told?: ReadonlySet<string>
}

/** Told of each answer as soon as it is read, so that no call has to be made a second time. */
export type MapKeeper = {
  spaces(spaces: readonly SpaceRow[], calls: number): void
  rows(pages: readonly MappedPage[], place: ListPlace, calls: number): void
  /** Pages that were read once more for the ids of their links. */
  paired(pages: readonly MappedPage[], calls: number): void
  lookedUp(found: readonly LookedUp[], entities: readonly Entity[], calls: number): void
}

export const keepsNothing: MapKeeper = {
  spaces: () => undefined,
  rows: () => undefined,
  paired: () => undefined,
  lookedUp: () => undefined,
}
