import type { EntityType } from '../graph'

/** Sizes of a node with no relation and with the most that count, model px. */
const sizes = {
  content: { width: [30, 60], height: [22, 44] },
  other: { width: [26, 52], height: [26, 52] },
} as const

/** Relations beyond this number make a node no larger. */
const mostDegree = 30

export type NodeSize = { readonly width: number; readonly height: number }

/** The size of the least node. */
export const leastSize: NodeSize = { width: sizes.other.width[0], height: sizes.content.height[0] }

/** What stands for a whole group is larger than any node. */
const groupSize: NodeSize = { width: 74, height: 50 }

/** A node's width and height, model px: more relations, larger. */
export function sizeOf(type: EntityType, degree: number, isGroup = false): NodeSize {
  if (isGroup) return groupSize
  const { width, height } = sizes[type === 'content' ? 'content' : 'other']
  const part = Math.min(degree, mostDegree) / mostDegree
  const between = ([least, most]: readonly [number, number]) => least + (most - least) * part
  return { width: between(width), height: between(height) }
}
