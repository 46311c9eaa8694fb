import type { Core } from 'cytoscape'
import type { Viewport } from '../canvas'
import { viewportFor } from '../fit'
import { calmly } from '../motion'
import { visibleNodes } from './visible'
import type { Point } from '../../layout'

/** What part of the picture is seen. */
export const camera = (cy: Core) => ({
  fit: () => fitView(cy, calmly(220)),
  fitNow: () => fitView(cy, 0),
  zoomBy: (factor: number) =>
    void cy.zoom({
      level: cy.zoom() * factor,
      renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 },
    }),
  extent: () => cy.extent(),
  viewport: () => ({ zoom: cy.zoom(), pan: { ...cy.pan() } }),
  setViewport: ({ zoom, pan }: Viewport) => void cy.viewport({ zoom, pan: { ...pan } }),
  centreOn: ({ x, y }: Point) => {
    const { w, h } = cy.extent()
    const zoom = cy.zoom()
    cy.viewport({ zoom, pan: { x: (w / 2 - x) * zoom, y: (h / 2 - y) * zoom } })
  },
})

/** Shows all that is visible. Labels do not count: they would shrink the picture to make room. */
function fitView(cy: Core, duration: number): void {
  const nodes = visibleNodes(cy)
  if (nodes.empty()) return
  const box = nodes.boundingBox({ includeLabels: false })
  const { zoom, pan } = viewportFor(box, { width: cy.width(), height: cy.height() })
  if (duration === 0) cy.viewport({ zoom, pan: { ...pan } })
  else cy.animate({ zoom, pan: { ...pan }, duration })
}
