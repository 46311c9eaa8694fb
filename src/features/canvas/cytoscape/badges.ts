import type { KnowledgeState } from '@shared/graph'
import { badgeLook as signOf, pathData, type Theme } from '../../picture'

export type BadgeLook = {
  /** Strokes in a square of 16, as an SVG path. */
  readonly path: string
  readonly paper: string
  readonly ink: string
  /** Model px. */
  readonly size: number
}

/** How a state is marked at a node, or null where it needs no mark; the same as in pictures. */
export function badgeLook(state: KnowledgeState, theme: Theme): BadgeLook | null {
  const sign = signOf(state, theme)
  if (sign === null) return null
  const { mark, paper, ink, size } = sign
  return { path: pathData(mark), paper, ink, size }
}
