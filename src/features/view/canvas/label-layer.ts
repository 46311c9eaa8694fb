import type { Core } from 'cytoscape'
import { chooseLabels } from './labels'

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
    const nodes = cy.nodes(':visible')
    const chosen = chooseLabels(
      nodes.map((node) => {
        const { x, y } = node.renderedPosition()
        const marked = node.selected() || node.hasClass('start') || node.hasClass('named')
        return { id: node.id(), x, y, rank: marked ? Infinity : Number(node.data('degree')) }
      }),
    )
    const rescaled = zoom !== last.zoom
    cy.batch(() => {
      nodes.forEach((node) => {
        const is = chosen.has(node.id())
        if (is !== last.chosen.has(node.id())) node.toggleClass('labelled', is)
        if (rescaled) node.data({ size: size / zoom, room: width / zoom })
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
