import type { EdgeId, Entity, EntityType, Graph, KnowledgeState, NodeId } from '@shared/graph'
import type { Picture } from '../picture'
import type { RelationLook, Theme } from '../relation-colours'
import type { Box, Point } from './path'

/** What of a picture is not for a screen alone. */
export type Shown = Omit<Picture, 'knowledge' | 'selection' | 'asking'>

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
