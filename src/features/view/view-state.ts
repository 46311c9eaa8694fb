import type { ActKind, ViewPart } from '@shared/edit'
import type { Filter } from '@shared/filter'
import type { EdgeId, KnowledgeState, NodeId, Relation } from '@shared/graph'
import type { GroupBy } from '@shared/insight'
import type { Colouring, KeptView, Outline } from '@shared/workspace'
import type { LayoutName } from '../layout'
import type { Difference } from './difference'

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
  /** Of d relations a node keeps d to the power of this as strong, where there are very many. */
  readonly backbone: number
  readonly colourBy: Colouring
  /** Only what is so near is drawn, or all where it is null. */
  readonly near: Near | null
  /** A way that is looked for; `to` is null until it is chosen. */
  readonly path: { readonly from: NodeId; readonly to: NodeId | null } | null
  readonly groupBy: GroupBy | null
  readonly folding: Folding
  /** Nodes that were gone to: they are not folded away. */
  readonly kept: ReadonlySet<NodeId>
  /** What was gone to last: it is brought into view. A new value each time. */
  readonly sought: { readonly nodes: readonly NodeId[] } | null
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
  readonly kind: Extract<
    ActKind,
    'move' | 'pin' | 'hide' | 'show' | 'arrange' | 'filter' | 'focus' | 'fold' | 'group'
  >
  readonly title: string
  readonly before: ViewPart
  readonly after: ViewPart
}

/** What a person has said about folding: what is drawn as one, by the keys of folds. */
export type Folding = {
  /** Whether anything folds by itself. */
  readonly auto: boolean
  readonly opened: ReadonlySet<string>
  readonly closed: ReadonlySet<string>
}
