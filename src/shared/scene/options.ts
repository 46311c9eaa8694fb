import type { EdgeId, Graph, NodeId } from '../graph'
import type { Box, Naming, Picture, Point, RelationLook, Theme } from '../picture'

/** What is drawn of all that is shown. */
export type Taken =
  | { readonly kind: 'whole' }
  | { readonly kind: 'view'; readonly box: Box }
  | {
      readonly kind: 'selection'
      readonly nodes: readonly NodeId[]
      readonly edges: readonly EdgeId[]
    }

/** How large: px of the picture for one of the canvas, or the longest side in px. */
export type SceneSize = { readonly kind: 'scale' | 'side'; readonly value: number }

/** How many things are in the picture. */
export type SceneCounts = { readonly nodes: number; readonly edges: number }

export type SceneOptions = {
  readonly graph: Graph
  readonly picture: Picture
  readonly positions: ReadonlyMap<NodeId, Point>
  readonly looks: ReadonlyMap<string, RelationLook>
  readonly theme: Theme
  readonly taken: Taken
  readonly naming: Naming
  readonly title: string
  /** Source, date and how much there is, below the picture; no caption where it is null. */
  readonly facts: ((counts: SceneCounts) => readonly string[]) | null
  /** Small pictures get fewer and larger labels. */
  readonly size: SceneSize
}
