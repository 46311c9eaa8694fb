import { z } from 'zod'
import { QueryRecord } from '../crawl'
import { Failure } from '../failure'
import { Batch, EdgeId, NodeId, Unresolved } from '../graph'

/** Relations that a map reads off pages: what stands in their bodies, and what is above them. */
export const PageRelation = z.enum([
  'link',
  'child-of',
  'includes',
  'lists-children-of',
  'mentions',
  'uses-file-of',
])
export type PageRelation = z.infer<typeof PageRelation>
export const pageRelations = PageRelation.options

export const PageKind = z.enum(['page', 'blogpost'])
export type PageKind = z.infer<typeof PageKind>

/** A number of 64 bits, written as text. */
export const ContentId = z.string().regex(/^\d{1,19}$/)

/** What a page names, with the sentence in which it is written; empty where it stands in none. */
export const InSentence = z.object({
  relation: PageRelation,
  /** As in `unresolved`. A macro may mean either of two. */
  names: z.array(z.string()),
  sentence: z.string(),
})
export type InSentence = z.infer<typeof InSentence>

export const SpaceKey = z.string().min(1).max(255)

/** What is mapped, and at what price. */
export const MapWanted = z.object({
  /** Keys, in whatever case. */
  spaces: z.array(SpaceKey).min(1).max(5_000),
  relations: z.array(PageRelation).min(1),
  /** Hosts that the site had before. */
  formerHosts: z.array(z.string().min(1).max(255)).max(100),
  /** Calls to Confluence at most. */
  maxCalls: z.int().min(1).max(1_000_000),
})
export type MapWanted = z.infer<typeof MapWanted>

export const MapProgress = z.object({
  phase: z.enum(['reading', 'resolving']),
  pages: z.int(),
  relations: z.int(),
  calls: z.int(),
})
export type MapProgress = z.infer<typeof MapProgress>

/** A page of which not all could be read, and why. */
export const Unread = z.object({ node: NodeId, why: z.enum(['torn', 'no-body']) })
export type Unread = z.infer<typeof Unread>

/** A list that broke off: what stands behind it in its space is not known. */
export const BrokenOff = z.object({ space: z.string(), kind: PageKind, failure: Failure })
export type BrokenOff = z.infer<typeof BrokenOff>

/** `quick`: what was changed last; `reconcile`: all rows, so that what is gone or moved is found. */
export const RefreshMode = z.enum(['quick', 'reconcile'])
export type RefreshMode = z.infer<typeof RefreshMode>

/** In what a page is other than it was; `status`: archived, or taken back from there. */
export const PageChange = z.enum(['new', 'edited', 'renamed', 'moved', 'status'])
export type PageChange = z.infer<typeof PageChange>

/** A page that is no longer in the mapped spaces. `not-seen`: deleted or hidden, which look alike. */
export const GonePage = z.object({
  node: NodeId,
  why: z.enum(['trashed', 'elsewhere', 'not-seen']),
})
export type GonePage = z.infer<typeof GonePage>

/** What a refresh has found. */
export const Refreshed = z.object({
  mode: RefreshMode,
  /** Rows of lists that were compared with what was kept. */
  rows: z.int(),
  changed: z.array(z.object({ node: NodeId, what: z.array(PageChange) })),
  gone: z.array(GonePage),
})
export type Refreshed = z.infer<typeof Refreshed>

export const MapSummary = z.object({
  /** `partial`: something could not be read; `stopped`: by a person; `failed`: by the site. */
  state: z.enum(['complete', 'partial', 'stopped', 'failed']),
  failure: Failure.optional(),
  pages: z.int(),
  relations: z.int(),
  calls: z.int(),
  unresolved: z.array(Unresolved),
  unread: z.array(Unread),
  brokenOff: z.array(BrokenOff),
  /** Keys that name no space which the person can see. */
  unknownSpaces: z.array(z.string()),
  /** Rows of lists that could not be read. */
  unusable: z.int(),
  /** Things that are named and whose look-up failed: whether they are there is not known. */
  notLookedUp: z.int(),
  /** At the limit of calls there is more behind it. */
  atLimit: z.boolean(),
  /** Of a refresh: what it has found. */
  refreshed: Refreshed.optional(),
  /** Where titles alone were asked for: how many, how many of them were found, and are left. */
  sought: z.object({ titles: z.int(), found: z.int(), left: z.int() }).optional(),
})
export type MapSummary = z.infer<typeof MapSummary>

export const MapEvent = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('batch'),
    batch: Batch,
    /** Relations that were told before and lead elsewhere by what is known now. */
    gone: z.array(EdgeId),
    /** Which questions at which pages are answered by what was read. */
    records: z.array(QueryRecord),
  }),
  z.object({ kind: z.literal('progress'), progress: MapProgress }),
  z.object({ kind: z.literal('done'), summary: MapSummary }),
])
export type MapEvent = z.infer<typeof MapEvent>

/** What a workspace keeps of its map, in short. */
export const MapKept = z.object({
  wanted: MapWanted,
  pages: z.int(),
  calls: z.int(),
  startedAt: z.iso.datetime(),
  /** Null while it runs, and where the program ended before it. */
  ended: z.object({ at: z.iso.datetime(), state: MapSummary.shape.state }).nullable(),
  isRunning: z.boolean(),
  /** The refresh that runs, or that ended before all was read; null where there is none. */
  refreshing: z.object({ mode: RefreshMode, startedAt: z.iso.datetime() }).nullable(),
})
export type MapKept = z.infer<typeof MapKept>
