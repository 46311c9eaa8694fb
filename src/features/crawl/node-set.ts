import type { NodeId } from '@shared/graph'

/** Nodes that can be asked together. */
export type NodeSet = {
  readonly key: string
  /** Such as `The pages of the map`. */
  readonly title: string
  readonly nodes: readonly NodeId[]
}
