import { z } from 'zod'
import { CrawlRequest, QueryRecord } from '../crawl'
import { ChangeLine, Entry, Grouping, Levels, Place } from '../edit'
import { Failure } from '../failure'
import { Filter, noFilter } from '../filter'
import { Batch, Entity, EntityType, KnowledgeState, NodeId, Unresolved } from '../graph'
import { Word, pageLink } from '../vocabulary'

/**
 * Name of a workspace's file, without its ending, as the folder has it. Whoever put the file there
 * chose the name, so nothing is asked of it but that a file can bear it.
 */
export const WorkspaceId = z.string().min(1).max(255)
export type WorkspaceId = z.infer<typeof WorkspaceId>

/**
 * What a workspace may be named: it is the name of its file on every system. A point or a space at the
 * end is no name to some of them.
 */
export const WorkspaceName = z
  .string()
  .regex(/^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M} ,'&()_-]{0,78}[\p{L}\p{N}\p{M}'()_-])?$/u)
export type WorkspaceName = z.infer<typeof WorkspaceName>

/** The list under the picture: whether it is open, how it lists, and its height in px. */
export const Outline = z.object({
  open: z.boolean(),
  /** A form that is not known, as of a later version of the program, is read as the tree. */
  form: z.enum(['tree', 'nodes', 'relations', 'unresolved', 'answer', 'matrix']).catch('tree'),
  height: z.number().int().positive(),
})
export type Outline = z.infer<typeof Outline>

export const firstOutline: Outline = { open: false, form: 'tree', height: 260 }

const Near = z.object({ centres: z.array(NodeId), steps: z.int() })

const firstBackbone = 0.5

/** By what nodes are coloured. */
export const Colouring = z.enum(['type', 'space', 'section', 'community', 'age', 'knowledge'])
export type Colouring = z.infer<typeof Colouring>

/** What makes a node large. */
export const Sizing = z.enum(['relations', 'importance'])
export type Sizing = z.infer<typeof Sizing>

/** What is hidden and filtered. */
export const KeptView = z.object({
  /** Nodes that no layout moves. */
  pinned: z.array(NodeId).default([]),
  hiddenNodes: z.array(NodeId),
  hiddenRelations: z.array(z.string()),
  onlyState: KnowledgeState.nullable(),
  starts: z.array(NodeId),
  layout: z.string(),
  /** How much of a large graph is drawn strong: 0.5 is the least, 1 is all. */
  backbone: z.number().min(0.5).max(1).default(firstBackbone),
  colourBy: Colouring.default('type'),
  sizeBy: Sizing.default('relations'),
  /** What nodes are grouped by, and what was folded by hand, each by the key of its fold. */
  groupBy: Grouping.nullable().default(null),
  levels: Levels.default('pages'),
  foldedGroups: z.array(z.string()).default([]),
  /** Whether anything folds by itself, and what was unfolded by hand or gone to. */
  foldsByItself: z.boolean().default(true),
  unfolded: z.array(z.string()).default([]),
  neverFolded: z.array(NodeId).default([]),
  filter: Filter.default(noFilter),
  outline: Outline.default(firstOutline),
  /** Filter and focus under a name. */
  views: z
    .array(
      z.object({
        name: z.string().min(1).max(80),
        filter: Filter,
        hiddenRelations: z.array(z.string()),
        onlyState: KnowledgeState.nullable(),
        near: Near.nullable(),
        layout: z.string(),
      }),
    )
    .default([]),
})
export type KeptView = z.infer<typeof KeptView>

/** A crawl that one page runs. */
export const PageCrawl = z.object({ page: z.string(), request: CrawlRequest })
export type PageCrawl = z.infer<typeof PageCrawl>

/** Files of before two pages could crawl hold one, or null. */
const oneCrawl = CrawlRequest.nullable().transform((request): PageCrawl[] =>
  request === null ? [] : [{ page: '', request }],
)

/** The crawl form, and the crawls that were running when the file was last written. */
export const KeptCrawl = z.object({
  start: Entity.nullable(),
  /** Where a crawl begins besides. */
  moreStarts: z.array(Entity).default([]),
  follow: z.object({
    relations: z.array(z.string()),
    direction: z.enum(['out', 'in', 'both']),
    types: z.array(EntityType),
    depth: z.number(),
    budget: CrawlRequest.shape.budget,
  }),
  calls: z.number().int(),
  running: z.union([z.array(PageCrawl), oneCrawl]),
})
export type KeptCrawl = z.infer<typeof KeptCrawl>

export const firstView: KeptView = {
  pinned: [],
  hiddenNodes: [],
  hiddenRelations: [],
  onlyState: null,
  starts: [],
  layout: 'force',
  backbone: firstBackbone,
  colourBy: 'type',
  sizeBy: 'relations',
  groupBy: null,
  levels: 'zoom',
  foldedGroups: [],
  foldsByItself: true,
  unfolded: [],
  neverFolded: [],
  filter: noFilter,
  outline: firstOutline,
  views: [],
}

/** Page links need no set-up on any site, so a first crawl shows something. */
export const firstCrawl: KeptCrawl = {
  start: null,
  moreStarts: [],
  follow: {
    relations: [pageLink],
    direction: 'both',
    types: ['content'],
    depth: 2,
    budget: { nodes: 300, calls: 600 },
  },
  calls: 0,
  running: [],
}

export const KeptSnapshot = z.object({
  id: z.string(),
  name: z.string(),
  at: z.iso.datetime(),
  nodes: z.number().int(),
  edges: z.number().int(),
  /** Bytes that it takes in the file. */
  bytes: z.number().int().default(0),
  /** When it was deleted; it stays in the file until it is deleted for good. */
  deletedAt: z.iso.datetime().nullable().default(null),
})
export type KeptSnapshot = z.infer<typeof KeptSnapshot>

/** Rows of a file that cannot be read, by what they would be. The file keeps them. */
export const Unreadable = z.object({
  part: z.enum([
    'nodes',
    'relations',
    'questions',
    'places',
    'view',
    'crawl',
    'draft',
    'names',
    'acts',
    'snapshots',
    'map',
  ]),
  rows: z.number().int().positive(),
})
export type Unreadable = z.infer<typeof Unreadable>

export const WorkspaceInfo = z.object({
  id: WorkspaceId,
  /** Origin of the site that it is about. */
  site: z.string(),
  changedAt: z.iso.datetime(),
  nodes: z.number().int(),
  edges: z.number().int(),
  /** Why it cannot be opened now, or null. */
  closed: Failure.nullable(),
  /** Whether it is closed for damage, so that what can be read may be saved into a new one. */
  damaged: z.boolean().default(false),
  /** Only of one that was just read out of a damaged file: what could not be read. */
  lost: z.array(Unreadable).default([]),
})
export type WorkspaceInfo = z.infer<typeof WorkspaceInfo>

/** A workspace that was deleted and can be taken back. */
export const Trashed = z.object({
  id: z.uuid(),
  name: WorkspaceId,
  /** Origin of the site that it is about; '' where that is not known. */
  site: z.string(),
  deletedAt: z.iso.datetime(),
  nodes: z.number().int(),
  edges: z.number().int(),
  bytes: z.number().int(),
})
export type Trashed = z.infer<typeof Trashed>

/**
 * Another program took hold of the file of an open workspace: what was done in it is in another
 * one, where the work goes on, and the file is as the other program left it.
 */
export const WorkspaceMove = z.object({
  from: WorkspaceId,
  to: WorkspaceId,
  /** `renamed` was done by a person here; the others by another program. */
  why: z.enum(['deleted', 'replaced', 'changed', 'renamed']),
})
export type WorkspaceMove = z.infer<typeof WorkspaceMove>

/** Pages that have a workspace open, and acts of which steps are on their way. */
export const Present = z.object({ pages: z.array(z.string()), running: z.array(z.string()) })
export type Present = z.infer<typeof Present>

/** All that a workspace holds. */
export const WorkspaceState = z.object({
  info: WorkspaceInfo,
  /** Why nothing is written to it, or null. */
  readOnly: Failure.nullable(),
  /** This start of the program, as in the journal. */
  session: z.string(),
  /** Counts what was written to it. */
  version: z.int().nonnegative(),
  present: Present,
  batch: Batch,
  records: z.array(QueryRecord),
  places: z.array(z.tuple([NodeId, Place])),
  view: KeptView,
  crawl: KeptCrawl,
  draft: z.array(ChangeLine),
  words: z.array(Word),
  entries: z.array(Entry),
  snapshots: z.array(KeptSnapshot),
  /** What pages name and nobody saw; null where no page was read. */
  unresolved: z.array(Unresolved).nullable().default(null),
  /** What was left out of all this. */
  unreadable: z.array(Unreadable).default([]),
})
export type WorkspaceState = z.infer<typeof WorkspaceState>
