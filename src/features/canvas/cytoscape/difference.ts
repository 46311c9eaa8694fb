import type { Core } from 'cytoscape'
import type { Entity } from '@shared/graph'
import type { Difference } from '../../view'
import { edgeElement, nodeElement } from './elements'

const step = 90

/** Marks what is new and other, and draws what is gone, until it is told null. */
export function drawDifference(cy: Core, difference: Difference | null): void {
  cy.elements('.gone').remove()
  cy.elements('.added, .changed').removeClass('added changed')
  if (difference === null) return
  for (const id of difference.added) cy.getElementById(id).addClass('added')
  for (const id of difference.changed) cy.getElementById(id).addClass('changed')
  difference.goneNodes.forEach((entity, at) => {
    if (cy.getElementById(entity.id).empty()) {
      cy.add(nodeElement(entity, besideNeighbour(cy, entity, difference, at))).addClass('gone')
    }
  })
  for (const relation of difference.goneEdges) {
    const ends = [relation.source, relation.target].map((id) => cy.getElementById(id))
    const drawn = cy.getElementById(relation.id)
    if (drawn.empty() && ends.every((end) => end.nonempty())) {
      cy.add(edgeElement(relation)).addClass('gone named')
    }
  }
}

/** A place near something it was related to; a row below the graph where there is nothing. */
function besideNeighbour(cy: Core, { id }: Entity, { goneEdges }: Difference, at: number) {
  const near = goneEdges
    .flatMap(({ source, target }) => (source === id ? [target] : target === id ? [source] : []))
    .map((other) => cy.getElementById(other))
    .find((other) => other.nonempty())
  if (near !== undefined) {
    const { x, y } = near.position()
    const angle = at * 2.4
    return { x: x + Math.cos(angle) * step, y: y + Math.sin(angle) * step }
  }
  const box = cy.elements().boundingBox()
  return { x: box.x1 + at * step, y: box.y2 + step }
}
