import type { EntityType } from '../graph'

/** Sizes of a node with no relation and with the most that count, model px. */
const sizes = {
  content: { width: [30, 60], height: [22, 44] },
  other: { width: [26, 52], height: [26, 52] },
} as const

/** Relations beyond this number make a node no larger. */
export const mostDegree = 30

export type NodeSize = { readonly width: number; readonly height: number }

/** The size of the least node. */
export const leastSize: NodeSize = { width: sizes.other.width[0], height: sizes.content.height[0] }

/** What stands for a whole group is larger than any node, and grows with its nodes' room. */
function groupSize(nodes: number): NodeSize {
  const width = Math.max(74, 26 * Math.sqrt(nodes))
  return { width, height: width * 0.68 }
}

/**
 * A node's width and height, model px: more relations, larger. What stands for a group is as large as
 * the number of its nodes says.
 */
export function sizeOf(type: EntityType, degree: number, groupOf = 0): NodeSize {
  if (groupOf > 0) return groupSize(groupOf)
  const { width, height } = sizes[type === 'content' ? 'content' : 'other']
  const part = Math.min(degree, mostDegree) / mostDegree
  const between = ([least, most]: readonly [number, number]) => least + (most - least) * part
  return { width: between(width), height: between(height) }
}
