import type { NodeId } from '../graph'
import { mostDegree } from './node-size'

/** How important each node is, from 0 to 1; null where nodes are as large as they have relations. */
export type Importance = ReadonlyMap<NodeId, number> | null

/** What a node is as large as, and named in the order of: as if it had so many relations. */
export const measureOf = (importance: Importance, id: NodeId, degree: number): number =>
  importance === null ? degree : (importance.get(id) ?? 0) * mostDegree
