import type { Core, StylesheetJson } from 'cytoscape'
import { EdgeId, endsOf } from '@shared/graph'
import { type Fold, foldLabel, standInsOf } from '../../picture'

/** Draws one element for each fold, with how many it stands for, and hides the others. */
export function drawFolds(cy: Core, folds: readonly Fold[]): void {
  const shown = new Map<string, string>(folds.map((fold) => [fold.shown, foldLabel(fold)]))
  const groups = new Set<string>(folds.flatMap((fold) => (fold.kind === 'group' ? fold.shown : [])))
  const away = new Set<string>(
    folds.flatMap((fold): readonly string[] =>
      fold.kind === 'relations' ? fold.edges : fold.nodes,
    ),
  )
  for (const id of shown.keys()) away.delete(id)
  moveLines(cy, standInsOf(folds))
  cy.elements('.fold').forEach((one) => {
    if (!shown.has(one.id())) one.removeClass('fold')
  })
  cy.elements('.folded').forEach((one) => {
    if (!away.has(one.id())) one.removeClass('folded')
  })
  for (const id of away) cy.getElementById(id).addClass('folded')
  for (const [id, label] of shown) {
    cy.getElementById(id).data('fold', label).addClass('fold').toggleClass('group', groups.has(id))
  }
}

/** Lines at a node that a folded group has taken in are drawn at the one that stands for it. */
export function moveLines(cy: Core, standIns: ReadonlyMap<string, string>): void {
  const lines = cy.edges('.moved').union(
    cy
      .nodes()
      .filter((node) => standIns.has(node.id()))
      .connectedEdges(),
  )
  lines.edges().forEach((line) => {
    const [source, target] = endsOf(EdgeId.parse(line.id()))
    const [from, to] = [standIns.get(source) ?? source, standIns.get(target) ?? target]
    if (line.source().id() !== from || line.target().id() !== to)
      line.move({ source: from, target: to })
    line.toggleClass('moved', from !== source || to !== target)
    // What is within a folded group is not drawn.
    line.toggleClass('within', from === to && standIns.has(source))
  })
}

/** A stack of nodes, a thick line: what stands for many looks like many. */
export const foldStyle: StylesheetJson = [
  { selector: '.folded, .within', style: { display: 'none' } },
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
    selector: 'node.fold.group',
    style: { width: 74, height: 50, shape: 'round-rectangle', 'text-max-width': '180px' },
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
