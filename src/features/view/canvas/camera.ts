import type { Core } from 'cytoscape'
import { calmly } from './motion'
import type { Point } from './place-new-nodes'

/** What part of the picture is seen. */
export const camera = (cy: Core) => ({
  fit: () => fitView(cy, calmly(220)),
  fitNow: () => fitView(cy, 0),
  zoomBy: (factor: number) =>
    cy.zoom({
      level: cy.zoom() * factor,
      renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 },
    }),
  /** The part of the picture that is in view, model px. */
  extent: () => cy.extent(),
  centreOn: ({ x, y }: Point) => {
    const { w, h } = cy.extent()
    const zoom = cy.zoom()
    cy.viewport({ zoom, pan: { x: (w / 2 - x) * zoom, y: (h / 2 - y) * zoom } })
  },
})

/** Room at the edges for labels, which keep their size on the screen. */
const edgeRoom = 70
const closestFit = 1.3

/** Shows all that is visible. Labels do not count: they would shrink the picture to make room. */
function fitView(cy: Core, duration: number): void {
  const nodes = cy.nodes(':visible')
  if (nodes.empty()) return
  const box = nodes.boundingBox({ includeLabels: false })
  const room = (size: number) => Math.max(size - 2 * edgeRoom, 80)
  const zoom = Math.min(room(cy.width()) / box.w, room(cy.height()) / box.h, closestFit)
  const pan = {
    x: cy.width() / 2 - ((box.x1 + box.x2) / 2) * zoom,
    y: cy.height() / 2 - ((box.y1 + box.y2) / 2) * zoom,
  }
  if (duration === 0) cy.viewport({ zoom, pan })
  else cy.animate({ zoom, pan, duration })
}
