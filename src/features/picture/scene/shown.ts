import type { Match } from '@shared/filter'
import type {
  EdgeId,
  Entity,
  EntityType,
  Graph,
  KnowledgeState,
  NodeId,
  Relation,
} from '@shared/graph'
import type { Difference } from '../../view/difference'
import type { Fold } from '../fold'
import type { Grouping } from '../../view/grouping'
import type { RelationLook, Theme } from '../relation-colours'
import type { Box, Point } from './path'

/** What is said of a graph beside it, as the canvas is told. */
export type Shown = {
  readonly hiddenNodes: ReadonlySet<NodeId>
  readonly hiddenRelations: ReadonlySet<string>
  /** Only these are drawn, or all where it is null. */
  readonly within: ReadonlySet<NodeId> | null
  readonly match: (Match & { readonly mode: 'dim' | 'hide' }) | null
  readonly folds: readonly Fold[]
  /** Who belongs where. */
  readonly groups: Grouping['of']
  readonly ghosts: readonly Relation[]
  readonly leaving: ReadonlySet<EdgeId>
  readonly pinned: ReadonlySet<NodeId>
  readonly starts: ReadonlySet<NodeId>
  readonly compared: Difference | null
}

/** What is drawn of all that is shown. */
export type Taken =
  | { readonly kind: 'whole' }
  | { readonly kind: 'view'; readonly box: Box }
  | {
      readonly kind: 'selection'
      readonly nodes: readonly NodeId[]
      readonly edges: readonly EdgeId[]
    }

/** What things are called in the picture. */
export type Naming = {
  readonly title: (entity: Entity) => string
  readonly relation: (name: string) => string
  /** A group, by its name and the node that stands for it. */
  readonly group: (name: string, shown: NodeId) => string
}

export type SceneOptions = {
  readonly graph: Graph
  readonly positions: ReadonlyMap<NodeId, Point>
  readonly states: ReadonlyMap<NodeId, KnowledgeState>
  readonly looks: ReadonlyMap<string, RelationLook>
  readonly theme: Theme
  readonly shown: Shown
  readonly taken: Taken
  readonly naming: Naming
  readonly typeWords: Readonly<Record<EntityType, string>>
  /** Title, then source and date; no caption at all where it is null. */
  readonly about: { readonly title: string; readonly facts: readonly string[] } | null
  /** Px of the picture for one of the canvas: small pictures get fewer and larger labels. */
  readonly scale: number
}
