import type { Described } from '@shared/contract'
import type { Failure } from '@shared/failure'
import type { Batch, EntityRef, NodeId, Unresolved } from '@shared/graph'
import type { BodyFormat, PageList, SpacePages, SpaceRow } from '../remote'
import type { Home } from '../markup'

/** Relations that a map reads off pages: what stands in their bodies, and what is above them. */
export const pageRelations = [
  'link',
  'child-of',
  'includes',
  'lists-children-of',
  'mentions',
  'uses-file-of',
] as const
export type PageRelation = (typeof pageRelations)[number]

/** The calls of a map. Each throws `FailureError` only, and counts its calls to Confluence. */
export type MapPort = {
  spaces(
    keys: readonly string[],
    signal: AbortSignal,
  ): Promise<{ readonly spaces: readonly SpaceRow[]; readonly calls: number }>
  list(wanted: SpacePages, signal: AbortSignal): Promise<PageList & { readonly calls: number }>
  bodies(
    kind: SpacePages['kind'],
    ids: readonly string[],
    format: BodyFormat,
    signal: AbortSignal,
  ): Promise<{ readonly bodies: ReadonlyMap<string, string>; readonly calls: number }>
  describe(refs: readonly EntityRef[], signal: AbortSignal): Promise<Described>
}

export type MapRequest = {
  /** Keys, in whatever case. */
  readonly spaces: readonly string[]
  readonly relations: readonly PageRelation[]
  readonly home: Home
  /** Calls to Confluence at most. */
  readonly maxCalls: number
}

export type MapProgress = {
  readonly phase: 'reading' | 'resolving'
  readonly pages: number
  readonly relations: number
  readonly calls: number
}

export type MapEvent =
  | { readonly kind: 'batch'; readonly batch: Batch }
  | { readonly kind: 'progress'; readonly progress: MapProgress }

/** A page of which not all could be read, and why. */
export type Unread = {
  readonly node: NodeId
  readonly why: 'torn' | 'no-body'
}

/** A list that broke off: what stands behind it in its space is not known. */
export type BrokenOff = {
  readonly space: string
  readonly kind: SpacePages['kind']
  readonly failure: Failure
}

export type MapSummary = {
  /** `partial`: something could not be read; `stopped`: by a person; `failed`: by the site. */
  readonly state: 'complete' | 'partial' | 'stopped' | 'failed'
  readonly failure?: Failure
  readonly pages: number
  readonly calls: number
  readonly unresolved: readonly Unresolved[]
  readonly unread: readonly Unread[]
  readonly brokenOff: readonly BrokenOff[]
  /** Keys that name no space which the person can see. */
  readonly unknownSpaces: readonly string[]
  /** Rows of lists that could not be read. */
  readonly unusable: number
  /** Things that are named and whose look-up failed: whether they are there is not known. */
  readonly notLookedUp: number
  /** At the limit of calls there is more behind it. */
  readonly atLimit: boolean
}
