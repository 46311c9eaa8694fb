import type { Entity, Relation } from '@shared/graph'

/** Two graphs compared, the drawn one being the newer. */
export type Difference = {
  readonly added: ReadonlySet<string>
  readonly changed: ReadonlySet<string>
  readonly goneNodes: readonly Entity[]
  readonly goneEdges: readonly Relation[]
}
