import type { Filter } from '../filter'
import type { EdgeId, KnowledgeState, NodeId, Relation } from '../graph'
import type { Grouping, Level, Levels } from '../edit'
import { type Colouring, firstView, type KeptView, type Sizing } from '../workspace'
import type { Difference } from './difference'

export type Selection = { readonly nodes: readonly NodeId[]; readonly edges: readonly EdgeId[] }

/** A way that is looked for; `to` is null until it is chosen. */
export type PathEnds = { readonly from: NodeId; readonly to: NodeId | null }

/** So many steps from some nodes. */
export type Near = { readonly centres: readonly NodeId[]; readonly steps: number }

/** What a draft would make and delete. */
export type Drafted = {
  readonly ghosts: readonly Relation[]
  readonly leaving: ReadonlySet<EdgeId>
}

/** What a person has said about folding: what is drawn as one, by the keys of folds. */
export type Folding = {
  /** Whether anything folds by itself. */
  readonly auto: boolean
  readonly opened: ReadonlySet<string>
  readonly closed: ReadonlySet<string>
}

/** What of a person's choices the picture rests on, whoever draws it. */
export type Choices = {
  readonly selection: Selection
  /** Nodes that no layout moves: those a person has put somewhere. */
  readonly pinned: ReadonlySet<NodeId>
  readonly hiddenNodes: ReadonlySet<NodeId>
  readonly hiddenRelations: ReadonlySet<string>
  /** Only nodes of which this is known are drawn in full. */
  readonly onlyState: KnowledgeState | null
  readonly filter: Filter
  readonly starts: ReadonlySet<NodeId>
  /** Relations the server has not said yes to yet; drawn dashed. */
  readonly ghosts: readonly Relation[]
  /** Relations being deleted. */
  readonly leaving: ReadonlySet<EdgeId>
  /** What a draft would make and delete. */
  readonly drafted: Drafted
  /** Differences that are drawn, or null. */
  readonly compared: Difference | null
  /** Of d relations a node keeps d to the power of this as strong, where there are very many. */
  readonly backbone: number
  readonly colourBy: Colouring
  readonly sizeBy: Sizing
  /** Only what is so near is drawn, or all where it is null. */
  readonly near: Near | null
  readonly path: PathEnds | null
  readonly groupBy: Grouping | null
  /** Whether spaces or sections are drawn as one shape each. */
  readonly levels: Levels
  /** What the zoom has room for, which counts where the levels go by it. */
  readonly room: Level
  /** Each page is drawn whatever the level, as while a layout moves all of them. */
  readonly drawsAll: boolean
  readonly folding: Folding
  /** Nodes that were gone to: they are not folded away. */
  readonly kept: ReadonlySet<NodeId>
}

/** What a workspace does not keep of them. */
type Passing =
  | 'selection'
  | 'ghosts'
  | 'leaving'
  | 'drafted'
  | 'compared'
  | 'near'
  | 'path'
  | 'room'
  | 'drawsAll'

/** What a workspace keeps of them. */
export const keptChoices = (kept: KeptView): Omit<Choices, Passing> => ({
  pinned: new Set(kept.pinned),
  hiddenNodes: new Set(kept.hiddenNodes),
  hiddenRelations: new Set(kept.hiddenRelations),
  onlyState: kept.onlyState,
  filter: kept.filter,
  starts: new Set(kept.starts),
  backbone: kept.backbone,
  colourBy: kept.colourBy,
  sizeBy: kept.sizeBy,
  groupBy: kept.groupBy,
  levels: kept.levels,
  folding: {
    auto: kept.foldsByItself,
    opened: new Set(kept.unfolded),
    closed: new Set(kept.foldedGroups),
  },
  kept: new Set(kept.neverFolded),
})

/** Before anything is chosen. */
export const firstChoices: Choices = {
  ...keptChoices(firstView),
  selection: { nodes: [], edges: [] },
  ghosts: [],
  leaving: new Set(),
  drafted: { ghosts: [], leaving: new Set() },
  compared: null,
  near: null,
  path: null,
  room: 'pages',
  drawsAll: false,
}
