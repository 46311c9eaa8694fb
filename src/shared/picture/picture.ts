import type { Match } from '../filter'
import type { Level } from '../edit'
import type { EdgeId, NodeId, Relation } from '../graph'
import type { NodeStates } from '../crawl'
import type { PathEnds, Selection } from './choices'
import type { Difference } from './difference'
import type { Fold } from './fold'
import type { GroupOf } from './groups'
import type { Importance } from './measure'
import type { Tints } from './tints'

/** What the filter lets through, and what becomes of the rest. */
export type Matching = Match & { readonly mode: 'dim' | 'hide' }

/** All that decides what is drawn of a graph and how, beside the graph. */
export type Picture = {
  readonly hiddenNodes: ReadonlySet<NodeId>
  readonly hiddenRelations: ReadonlySet<string>
  /** Only these are drawn, or all where it is null. */
  readonly within: ReadonlySet<NodeId> | null
  /** Null where nothing is asked for. */
  readonly match: Matching | null
  /** What is drawn as one. */
  readonly folds: readonly Fold[]
  readonly groups: GroupOf
  /** What one shape stands for. */
  readonly level: Level
  /** Relations that are wanted, and not at Confluence yet. */
  readonly ghosts: readonly Relation[]
  /** Relations that are being deleted, or would be by a draft. */
  readonly leaving: ReadonlySet<EdgeId>
  /** Relations that are not on the backbone of a large graph. */
  readonly weak: ReadonlySet<EdgeId>
  /** What nodes of one colour have in common; null where their type says it. */
  readonly tints: Tints | null
  /** How large nodes are, where it is not by their relations. */
  readonly importance: Importance
  /** There are so many relations that each is drawn thin. */
  readonly isDense: boolean
  readonly pinned: ReadonlySet<NodeId>
  readonly starts: ReadonlySet<NodeId>
  readonly compared: Difference | null
  /** What is known of each node. */
  readonly knowledge: NodeStates
  /** What only a screen shows: what is selected, and which nodes are being expanded. */
  readonly selection: Selection
  /** Between which nodes a way is looked for, also on a screen only. */
  readonly path: PathEnds | null
  readonly asking: ReadonlySet<NodeId>
}

/** Before anything is said. */
export const emptyPicture: Picture = {
  hiddenNodes: new Set(),
  hiddenRelations: new Set(),
  within: null,
  match: null,
  folds: [],
  groups: new Map(),
  level: 'pages',
  ghosts: [],
  leaving: new Set(),
  weak: new Set(),
  tints: null,
  importance: null,
  isDense: false,
  pinned: new Set(),
  starts: new Set(),
  compared: null,
  knowledge: new Map(),
  selection: { nodes: [], edges: [] },
  path: null,
  asking: new Set(),
}
