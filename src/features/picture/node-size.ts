import type { EntityType } from '@shared/graph'

/** Sizes of a node with no relation and with the most that count, model px. */
export const nodeSizes = {
  content: { width: [30, 60], height: [22, 44] },
  other: { width: [26, 52], height: [26, 52] },
} as const

/** Relations beyond this number make a node no larger. */
export const mostDegree = 30

export type NodeSize = { readonly width: number; readonly height: number }

/** A node's width and height, model px: more relations, larger. */
export function sizeOf(type: EntityType, degree: number): NodeSize {
  const { width, height } = nodeSizes[type === 'content' ? 'content' : 'other']
  const part = Math.min(degree, mostDegree) / mostDegree
  const between = ([least, most]: readonly [number, number]) => least + (most - least) * part
  return { width: between(width), height: between(height) }
}

/** The same for a stylesheet of Cytoscape. */
export const sizeMapping = ([least, most]: readonly [number, number]): string =>
  `mapData(degree, 0, ${mostDegree}, ${least}, ${most})`
