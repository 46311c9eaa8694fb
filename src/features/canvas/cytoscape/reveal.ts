import type { Core } from 'cytoscape'
import type { NodeId } from '@shared/graph'
import { calmly } from '../motion'
import { visibleNodes } from './visible'

const least = 8
/** Room at the edges for labels, which keep their size on the screen. */
const room = 60

/** Brings all of some nodes into view. The zoom changes only where they need more room. */
export function reveal(cy: Core, ids: readonly NodeId[]): void {
  const wanted = new Set<string>(ids)
  const nodes = visibleNodes(cy).filter((node) => wanted.has(node.id()))
  if (nodes.empty()) return
  const { x1, x2, y1, y2, w, h } = nodes.renderedBoundingBox({ includeLabels: true })
  const isInside =
    x1 >= least && y1 >= least && x2 <= cy.width() - least && y2 <= cy.height() - least
  if (isInside) return
  if (w <= cy.width() - 2 * least && h <= cy.height() - 2 * least) cy.center(nodes)
  else cy.animate({ fit: { eles: nodes, padding: room }, duration: calmly(220) })
}
