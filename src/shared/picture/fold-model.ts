import type { EdgeId, NodeId } from '../graph'
import type { Share } from './states'

/**
 * Elements of one kind that are drawn as one: `shown`, one of them, stands for all. A line at a
 * node that is folded away is drawn at the one that stands for it.
 */
export type Fold =
  | {
      readonly kind: 'group'
      readonly key: string
      readonly shown: NodeId
      readonly nodes: readonly NodeId[]
      readonly name: string
    }
  | {
      readonly kind: 'leaves'
      readonly key: string
      readonly shown: NodeId
      readonly nodes: readonly NodeId[]
      readonly relation: string
    }
  | {
      readonly kind: 'relations'
      readonly key: string
      readonly shown: EdgeId
      readonly edges: readonly EdgeId[]
      /** How many these are beside other lines between groups; left out between two nodes. */
      readonly share?: Share
    }
