import type { Core, NodeSingular } from 'cytoscape'

/** A place on the screen, in px from the corner of the canvas. */
export type Spot = { readonly x: number; readonly y: number }

/** Rendered px: the ring outside a node's body, and how near a drop snaps to a node. */
const ringWidth = 14
const snap = 50

const radius = (node: NodeSingular) =>
  Math.max(node.renderedOuterWidth(), node.renderedOuterHeight()) / 2 + 1

const distance = (node: NodeSingular, spot: Spot) => {
  const centre = node.renderedPosition()
  return Math.hypot(centre.x - spot.x, centre.y - spot.y)
}

export const isOutside = (node: NodeSingular, spot: Spot): boolean =>
  distance(node, spot) > radius(node) + ringWidth

export const inRing = (node: NodeSingular, spot: Spot): boolean =>
  distance(node, spot) > radius(node) - 1 && !isOutside(node, spot)

/** The node that a drop at a spot means, or null in empty space. */
export function nearestNode(cy: Core, spot: Spot, source: NodeSingular): NodeSingular | null {
  let nearest: NodeSingular | null = null
  let least = Infinity
  for (const node of cy.nodes(':visible').toArray()) {
    const far = distance(node, spot)
    if (far < least && far <= Math.max(snap, radius(node)) && !node.same(source)) {
      nearest = node
      least = far
    }
  }
  return nearest
}

/** The ring round a node, and the line from it to where the pointer or the aimed node is. */
export function drawHalo(
  overlay: SVGSVGElement,
  node: NodeSingular,
  end: NodeSingular | Spot | null,
): void {
  const { x, y } = node.renderedPosition()
  overlay.replaceChildren(
    svg('circle', { cx: x, cy: y, r: radius(node) + ringWidth / 2, class: 'halo' }),
  )
  if (end === null) return
  const to = 'renderedPosition' in end ? end.renderedPosition() : end
  overlay.append(
    svg('line', { x1: x, y1: y, x2: to.x, y2: to.y, class: 'halo-line' }),
    svg('circle', { cx: to.x, cy: to.y, r: 5, class: 'halo-end' }),
  )
}

function svg(name: 'circle' | 'line', attributes: Record<string, string | number>): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value))
  return element
}
