import type { Core } from 'cytoscape'
import { chooseLabels } from '../../picture'
import { isVisible } from './visible'

/** Label size on the screen, px; the canvas scales with zoom, so it is divided by it. */
const size = 12
const width = 130
const pause = 90
/** Zoomed in further than this, labels grow with the picture. */
const closest = 1.15

/** Keeps readable labels on the nodes that matter most, whenever the picture has settled. */
export function labelLayer(cy: Core): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let last = { zoom: 0, chosen: new Set<string>() }

  const update = () => {
    if (cy.destroyed()) return
    const zoom = Math.min(cy.zoom(), closest)
    const { x1, y1, x2, y2 } = cy.extent()
    const nodes = cy
      .nodes()
      .filter((node) => {
        const { x, y } = node.position()
        return x >= x1 && x <= x2 && y >= y1 && y <= y2 && isVisible(node)
      })
      .nodes()
    const chosen = chooseLabels(
      nodes.toArray().flatMap((node) => {
        const rank = node.data('rank') as number | null
        return rank === null ? [] : [{ id: node.id(), ...node.renderedPosition(), rank }]
      }),
    )
    const rescaled = zoom !== last.zoom
    cy.batch(() => {
      for (const id of last.chosen) {
        if (!chosen.has(id)) cy.getElementById(id).removeClass('labelled')
      }
      for (const id of chosen) {
        if (!last.chosen.has(id)) cy.getElementById(id).addClass('labelled')
      }
      // Only what wears a label is told how large it is now: styles cost a node each.
      const fresh = { size: size / zoom, room: width / zoom }
      cy.nodes('.labelled, [?must]').forEach((node) => {
        if (rescaled || node.data('size') !== fresh.size) node.data(fresh)
      })
    })
    last = { zoom, chosen }
  }
  const later = () => {
    clearTimeout(timer)
    timer = setTimeout(update, pause)
  }
  cy.on('viewport position add remove select unselect data', later)
  return () => clearTimeout(timer)
}
