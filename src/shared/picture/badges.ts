import type { KnowledgeState } from '../graph'
import { type Box, type Path, polygon } from './path'
import type { Theme } from './relation-colours'

/** What is known of a node, as a sign at its corner. */
export type BadgeLook = {
  /** Strokes in a square of 16. */
  readonly mark: Path
  /** The side of the square, model px. */
  readonly size: number
  readonly ink: string
  readonly paper: string
}

/** Strokes in a square of 16, drawn round in the middle; nothing rests on colour. */
const marks: Readonly<Partial<Record<KnowledgeState, Path>>> = {
  'not-asked': [
    ['M', 5.8, 6.1],
    ['C', 5.8, 4.8, 6.8, 3.8, 8.1, 3.8],
    ['C', 9.4, 3.8, 10.4, 4.8, 10.4, 6.1],
    ['C', 10.4, 7, 9.9, 7.8, 9.1, 8.2],
    ['C', 8.3, 8.6, 8, 9, 8, 9.8],
    ['M', 8, 12],
    ['L', 8, 12.1],
  ],
  cut: [
    ['M', 5, 4.5],
    ['L', 11, 7],
    ['L', 5, 9.5],
    ['M', 5, 12],
    ['L', 11, 12],
  ],
  forbidden: [
    ...polygon([
      [4.7, 7.3],
      [11.3, 7.3],
      [11.3, 12],
      [4.7, 12],
    ]),
    ['M', 6, 7.3],
    ['L', 6, 6],
    ['C', 6, 4.9, 6.9, 4, 8, 4],
    ['C', 9.1, 4, 10, 4.9, 10, 6],
    ['L', 10, 7.3],
  ],
  gone: [
    ['M', 5, 5],
    ['L', 11, 11],
    ['M', 11, 5],
    ['L', 5, 11],
  ],
  'not-supported': [
    ['M', 4.5, 8],
    ['L', 11.5, 8],
  ],
  failed: [
    ['M', 8, 4],
    ['L', 8, 9],
    ['M', 8, 11.8],
    ['L', 8, 11.9],
  ],
  stale: [
    ['M', 8, 4.5],
    ['L', 8, 8],
    ['L', 10.4, 9.6],
  ],
}

const inks: Record<Theme, { paper: string; soft: string; strong: string }> = {
  light: { paper: '#ffffff', soft: '#5d6a80', strong: '#1c2433' },
  dark: { paper: '#1a202b', soft: '#9aa7bd', strong: '#e6ebf4' },
}

/** States that ask for attention wear a dark ring; those that are only open a light one. */
const quiet = new Set<KnowledgeState>(['not-asked', 'not-supported', 'stale'])

/** The sign for what is known of a node, or null where all is. */
export function badgeLook(state: KnowledgeState, theme: Theme): BadgeLook | null {
  const mark = marks[state]
  if (mark === undefined) return null
  const { paper, soft, strong } = inks[theme]
  return quiet.has(state)
    ? { mark, size: 12, ink: soft, paper }
    : { mark, size: 15, ink: strong, paper }
}

/** Where the square of a sign begins: it looks out of the node's upper right corner. */
export const badgeCorner = ({ size }: BadgeLook, { x, y, width }: Box) => ({
  x: x + width + 6 - size,
  y: y - 6,
})
