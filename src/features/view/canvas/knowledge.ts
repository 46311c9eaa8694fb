import type { Core, StylesheetJson } from 'cytoscape'
import type { KnowledgeState, NodeId } from '@shared/graph'
import type { Theme } from '../relation-colours'

/** Puts the state on each changed node. */
export function showKnowledge(
  cy: Core,
  changed: readonly (readonly [NodeId, KnowledgeState])[],
): void {
  for (const [id, state] of changed) cy.getElementById(id).data('state', state)
}

/** Lines in a square of 16, drawn round in the middle; nothing rests on colour. */
const marks: Readonly<Partial<Record<KnowledgeState, string>>> = {
  'not-asked': '<path d="M5.8 6.1a2.3 2.3 0 1 1 3.3 2.1c-.8.4-1.1.8-1.1 1.6"/><path d="M8 12v.1"/>',
  cut: '<path d="M5 4.5l6 2.5-6 2.5M5 12h6"/>',
  forbidden:
    '<rect x="4.7" y="7.3" width="6.6" height="4.7" rx="1"/><path d="M6 7.3V6a2 2 0 0 1 4 0v1.3"/>',
  gone: '<path d="M5 5l6 6M11 5l-6 6"/>',
  'not-supported': '<path d="M4.5 8h7"/>',
  failed: '<path d="M8 4v5"/><path d="M8 11.8v.1"/>',
  stale: '<path d="M8 4.5V8l2.4 1.6"/>',
}

const inks: Record<Theme, { paper: string; soft: string; strong: string }> = {
  light: { paper: '#ffffff', soft: '#5d6a80', strong: '#1c2433' },
  dark: { paper: '#1a202b', soft: '#9aa7bd', strong: '#e6ebf4' },
}

/** States that ask for attention wear a dark ring; those that are only open a light one. */
const quiet = new Set<KnowledgeState>(['not-asked', 'not-supported', 'stale'])

export function badgeOf(state: KnowledgeState, theme: Theme): string | null {
  const mark = marks[state]
  if (mark === undefined) return null
  const { paper, soft, strong } = inks[theme]
  const ink = quiet.has(state) ? soft : strong
  const picture =
    `<svg xmlns="http://www.w3.org/2000/svg" width="32" height="32" viewBox="0 0 16 16">` +
    `<circle cx="8" cy="8" r="7" fill="${paper}" stroke="${ink}" stroke-width="1.3"/>` +
    `<g fill="none" stroke="${ink}" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round">${mark}</g></svg>`
  return `data:image/svg+xml;utf8,${encodeURIComponent(picture)}`
}

const states = Object.keys(marks) as KnowledgeState[]

/** A badge at the upper right corner of a node, by what is known of it. */
export function knowledgeStyle(theme: Theme): StylesheetJson {
  return [
    ...states.map((state) => ({
      selector:
        state === 'gone'
          ? 'node[state = "gone"], node[status = "missing"]'
          : `node[state = "${state}"]`,
      style: {
        'background-image': badgeOf(state, theme) ?? 'none',
        'background-width': quiet.has(state) ? 12 : 15,
        'background-height': quiet.has(state) ? 12 : 15,
        'background-position-x': '100%',
        'background-position-y': '0%',
        'background-offset-x': 6,
        'background-offset-y': -6,
        'background-clip': 'none' as const,
        'background-image-containment': 'over' as const,
        'background-image-opacity': 1,
        'bounds-expansion': 8,
      },
    })),
  ]
}
