import type { Core, StylesheetJson } from 'cytoscape'
import { type KnowledgeState, knowledgeStates, type NodeId } from '@shared/graph'
import type { Theme } from '../../picture'
import { type BadgeLook, badgeLook } from './badges'

/** Puts the state on each changed node. */
export function showKnowledge(
  cy: Core,
  changed: readonly (readonly [NodeId, KnowledgeState])[],
): void {
  for (const [id, state] of changed) cy.getElementById(id).data('state', state)
}

function pictureOf({ path, paper, ink }: BadgeLook): string {
  const picture =
    `<svg xmlns="http://www.w3.org/2000/svg" width="32" height="32" viewBox="0 0 16 16">` +
    `<circle cx="8" cy="8" r="7" fill="${paper}" stroke="${ink}" stroke-width="1.3"/>` +
    `<path d="${path}" fill="none" stroke="${ink}" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round"/></svg>`
  return `data:image/svg+xml;utf8,${encodeURIComponent(picture)}`
}

/** A badge at the upper right corner of a node, by what is known of it. */
export const knowledgeStyle = (theme: Theme): StylesheetJson =>
  knowledgeStates.flatMap((state) => {
    const look = badgeLook(state, theme)
    if (look === null) return []
    return [
      {
        selector:
          state === 'gone'
            ? 'node[state = "gone"], node[status = "missing"]'
            : `node[state = "${state}"]`,
        style: {
          'background-image': pictureOf(look),
          'background-width': look.size,
          'background-height': look.size,
          'background-position-x': '100%',
          'background-position-y': '0%',
          'background-offset-x': 6,
          'background-offset-y': -6,
          'background-clip': 'none' as const,
          'background-image-containment': 'over' as const,
          'background-image-opacity': 1,
          'bounds-expansion': 8,
        },
      },
    ]
  })
