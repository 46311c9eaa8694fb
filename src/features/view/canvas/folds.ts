import type { Core, StylesheetJson } from 'cytoscape'
import type { Fold } from '../fold'
import { foldLabel } from './fold-label'

/** Draws one element for each fold, with how many it stands for, and hides the others. */
export function drawFolds(cy: Core, folds: readonly Fold[]): void {
  const shown = new Map<string, string>(folds.map((fold) => [fold.shown, foldLabel(fold)]))
  const away = new Set<string>(
    folds.flatMap((fold): readonly string[] => (fold.kind === 'leaves' ? fold.nodes : fold.edges)),
  )
  for (const id of shown.keys()) away.delete(id)
  cy.elements('.fold').forEach((one) => {
    if (!shown.has(one.id())) one.removeClass('fold')
  })
  cy.elements('.folded').forEach((one) => {
    if (!away.has(one.id())) one.removeClass('folded')
  })
  for (const id of away) cy.getElementById(id).addClass('folded')
  for (const [id, label] of shown) cy.getElementById(id).data('fold', label).addClass('fold')
}

/** A stack of nodes, a thick line: what stands for many looks like many. */
export const foldStyle: StylesheetJson = [
  { selector: '.folded', style: { display: 'none' } },
  {
    selector: 'node.fold',
    style: {
      label: 'data(fold)',
      ghost: 'yes',
      'ghost-offset-x': 5,
      'ghost-offset-y': 5,
      'ghost-opacity': 0.55,
      'border-width': 2,
      'font-weight': 'bold',
    },
  },
  {
    selector: 'edge.fold',
    style: {
      label: 'data(fold)',
      width: 5,
      'curve-style': 'straight',
      'source-arrow-shape': 'none',
    },
  },
]
