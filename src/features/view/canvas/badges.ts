import type { KnowledgeState } from '@shared/graph'
import type { Theme } from '../relation-colours'

/** Lines in a square of 16, drawn round in the middle; nothing rests on colour. */
export const badgePaths: Readonly<Partial<Record<KnowledgeState, string>>> = {
  'not-asked': 'M5.8 6.1a2.3 2.3 0 1 1 3.3 2.1c-.8.4-1.1.8-1.1 1.6M8 12v.1',
  cut: 'M5 4.5l6 2.5-6 2.5M5 12h6',
  forbidden: 'M4.7 7.3h6.6v4.7h-6.6zM6 7.3V6a2 2 0 0 1 4 0v1.3',
  gone: 'M5 5l6 6M11 5l-6 6',
  'not-supported': 'M4.5 8h7',
  failed: 'M8 4v5M8 11.8v.1',
  stale: 'M8 4.5V8l2.4 1.6',
}

const inks: Record<Theme, { paper: string; soft: string; strong: string }> = {
  light: { paper: '#ffffff', soft: '#5d6a80', strong: '#1c2433' },
  dark: { paper: '#1a202b', soft: '#9aa7bd', strong: '#e6ebf4' },
}

/** States that ask for attention wear a dark ring; those that are only open a light one. */
const quiet = new Set<KnowledgeState>(['not-asked', 'not-supported', 'stale'])

export type BadgeLook = {
  readonly path: string
  readonly paper: string
  readonly ink: string
  /** Model px. */
  readonly size: number
}

/** How a state is marked at a node, or null where it needs no mark. */
export function badgeLook(state: KnowledgeState, theme: Theme): BadgeLook | null {
  const path = badgePaths[state]
  if (path === undefined) return null
  const { paper, soft, strong } = inks[theme]
  const isQuiet = quiet.has(state)
  return { path, paper, ink: isQuiet ? soft : strong, size: isQuiet ? 12 : 15 }
}
