import type { ActKind, ViewPart } from '@shared/edit'
import type { Filter, Match } from '@shared/filter'
import type { EdgeId, KnowledgeState, NodeId, Relation } from '@shared/graph'
import type { KeptView, Outline } from '@shared/workspace'
import type { Canvas } from '../canvas/canvas'
import type { Difference } from './difference'
import type { LayoutName } from '../layout/layout'
import type { Fold, Folding } from '../picture/fold'
import type { Grouping } from './grouping'

export type Selection = { readonly nodes: readonly NodeId[]; readonly edges: readonly EdgeId[] }

export type ViewState = {
  readonly selection: Selection
  /** The node the keyboard is on; it wears the focus ring. */
  readonly focus: NodeId | null
  /** Nodes that no layout moves: those a person has put somewhere. */
  readonly pinned: ReadonlySet<NodeId>
  readonly hiddenNodes: ReadonlySet<NodeId>
  readonly hiddenRelations: ReadonlySet<string>
  /** Only nodes of which this is known are drawn in full. */
  readonly onlyState: KnowledgeState | null
  readonly filter: Filter
  /** What the filter lets through, or null where nothing is asked for. */
  readonly match: Match | null
  readonly views: readonly SavedView[]
  readonly outline: Outline
  readonly starts: ReadonlySet<NodeId>
  /** Relations the server has not said yes to yet; drawn dashed. */
  readonly ghosts: readonly Relation[]
  /** Relations being deleted. */
  readonly leaving: ReadonlySet<EdgeId>
  /** What a draft would make and delete. */
  readonly drafted: Drafted
  /** Differences that are drawn, or null. */
  readonly compared: Difference | null
  readonly layout: LayoutName
  readonly arranging: boolean
  /** Only what is so near is drawn, or all where it is null. */
  readonly near: Near | null
  /** A way that is looked for; `to` is null until it is chosen. */
  readonly path: { readonly from: NodeId; readonly to: NodeId | null } | null
  readonly grouping: Grouping
  readonly folding: Folding
  /** What is drawn as one at the moment. */
  readonly folds: readonly Fold[]
  /** Nodes that were gone to: they are not folded away. */
  readonly kept: ReadonlySet<NodeId>
  /** Set while a canvas is mounted. */
  readonly canvas: Canvas | null
}

export type SavedView = KeptView['views'][number]

/** So many steps from some nodes. */
export type Near = { readonly centres: readonly NodeId[]; readonly steps: number }

export type Drafted = {
  readonly ghosts: readonly Relation[]
  readonly leaving: ReadonlySet<EdgeId>
}

/** Something a person did to the view that can be taken back. */
export type ViewAct = {
  readonly kind: Extract<ActKind, 'move' | 'pin' | 'hide' | 'show' | 'arrange' | 'filter'>
  readonly title: string
  readonly before: ViewPart
  readonly after: ViewPart
}
