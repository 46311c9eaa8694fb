import type { Core, EdgeSingular, EventObject, NodeSingular } from 'cytoscape'
import type { Pointed } from '../../picture'
import { edgeIdOf, nodeIdOf } from './elements'

/** With more elements than this only what is near is named: to dim thousands takes too long. */
const manyElements = 4000
/** Crossing the picture must not flicker, ms. */
const patience = 120

/** What the pointer rests on stands out with all that it is tied to. Returns how to stop. */
export function watchHover(cy: Core, onNear: (near: Pointed['near']) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isNear = false
  const clear = () => {
    clearTimeout(timer)
    if (isNear) onNear(null)
    isNear = false
  }
  cy.on('mouseover', 'node, edge', (event: EventObject) => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      if (cy.destroyed()) return
      const element = event.target as NodeSingular | EdgeSingular
      const bright = element.isEdge()
        ? cy.collection().union(element).union(element.connectedNodes())
        : cy.collection().union(element.closedNeighborhood())
      isNear = true
      onNear({
        nodes: new Set(bright.nodes().map(nodeIdOf)),
        edges: new Set(bright.edges().map(edgeIdOf)),
        dimsRest: cy.elements().length < manyElements,
      })
    }, patience)
  })
  cy.on('mouseout', 'node, edge', clear)
  cy.on('grab', clear)
  return () => clearTimeout(timer)
}
