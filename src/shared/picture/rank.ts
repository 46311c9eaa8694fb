import type { NodeId } from '../graph'
import type { Standing } from './standing'

/** What stands for a group is named before any node, the largest group first. */
const group = 1_000_000

/** What a node is ranked by: its relations, or what it stands for. */
export const rankIn = ({ groups }: Standing, id: NodeId, degree: number): number => {
  const nodes = groups.get(id)
  return nodes === undefined ? degree : group + nodes.length
}
