import type { Entity, NodeId, Relation } from '../graph'

/** Two graphs compared, the drawn one being the newer. */
export type Difference = {
  readonly added: ReadonlySet<string>
  readonly changed: ReadonlySet<string>
  readonly goneNodes: readonly Entity[]
  readonly goneEdges: readonly Relation[]
  /** Where relations that differ begin and end: these are read with them, whether they differ or not. */
  readonly ends: ReadonlySet<NodeId>
}
