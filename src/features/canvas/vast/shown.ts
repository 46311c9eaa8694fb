import type { EdgeId, KnowledgeState, NodeId } from '@shared/graph'
import type { Matching, Fold } from '../../picture'
import type { Difference } from '../../view'
import type { Look } from '../canvas'
import type { Marks } from '../cytoscape/marks'

/** All that was said of the graph beside the graph. */
export type Shown = {
  readonly look: Look
  readonly marks: Marks
  readonly match: Matching | null
  readonly folds: readonly Fold[]
  readonly difference: Difference | null
  readonly knowledge: ReadonlyMap<NodeId, KnowledgeState>
  readonly selection: { readonly nodes: ReadonlySet<NodeId>; readonly edges: ReadonlySet<EdgeId> }
  /** The node that a drop would mean. */
  readonly aim: NodeId | null
}

/** Before anything is said. */
export const nothingSaid: Omit<Shown, 'look'> = {
  marks: {
    ghosts: [],
    leaving: new Set(),
    pinned: new Set(),
    hiddenNodes: new Set(),
    hiddenRelations: new Set(),
    within: null,
    starts: new Set(),
    asking: new Set(),
  },
  match: null,
  folds: [],
  difference: null,
  knowledge: new Map(),
  selection: { nodes: new Set(), edges: new Set() },
  aim: null,
}
