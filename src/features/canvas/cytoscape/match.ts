import type { Core, StylesheetJson } from 'cytoscape'
import type { Matching } from '../../picture'

/** Fades or hides what does not match; null lets everything through. */
export function drawMatch(cy: Core, match: Matching | null): void {
  if (match === null) {
    cy.elements('.faded, .filtered').removeClass('faded filtered')
    return
  }
  const [wanted, other] = match.mode === 'hide' ? ['filtered', 'faded'] : ['faded', 'filtered']
  cy.elements(`.${other}`).removeClass(other)
  const isIn = new Set<string>([...match.nodes, ...match.edges])
  cy.elements().forEach((element) => {
    const away = !isIn.has(element.id()) && !element.hasClass('ghost') && !element.hasClass('gone')
    if (element.hasClass(wanted) !== away) element.toggleClass(wanted, away)
  })
}

export const matchStyle: StylesheetJson = [
  { selector: '.filtered', style: { display: 'none' } },
  { selector: '.faded', style: { opacity: 0.18 } },
]
