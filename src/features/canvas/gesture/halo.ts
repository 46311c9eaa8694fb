import type { NodeId } from '@shared/graph'
import type { Body, Ground, Spot } from './ground'

/** Rendered px: the ring outside a node's body, and how near a drop snaps to a node. */
const ringWidth = 14
const snap = 50

const distance = (body: Body, spot: Spot) => Math.hypot(body.x - spot.x, body.y - spot.y)

export const isOutside = (body: Body, spot: Spot): boolean =>
  distance(body, spot) > body.radius + ringWidth

export const inRing = (body: Body, spot: Spot): boolean =>
  distance(body, spot) > body.radius - 1 && !isOutside(body, spot)

/** The node that a drop at a spot means, or null in empty space. */
export function nearestNode(ground: Ground, spot: Spot, source: NodeId): NodeId | null {
  let nearest: NodeId | null = null
  let least = Infinity
  for (const [id, body] of ground.bodies()) {
    const far = distance(body, spot)
    if (far < least && far <= Math.max(snap, body.radius) && id !== source) {
      nearest = id
      least = far
    }
  }
  return nearest
}

/** The ring round a node, and the line from it to where the pointer or the aimed node is. */
export function drawHalo(overlay: SVGSVGElement, { x, y, radius }: Body, end: Spot | null): void {
  const ring = radius + ringWidth / 2
  overlay.replaceChildren(svg('circle', { cx: x, cy: y, r: ring, class: 'halo' }))
  if (end === null) {
    overlay.append(...handle({ x: x + ring * Math.SQRT1_2, y: y - ring * Math.SQRT1_2 }))
    return
  }
  overlay.append(
    svg('line', { x1: x, y1: y, x2: end.x, y2: end.y, class: 'halo-line' }),
    svg('circle', { cx: end.x, cy: end.y, r: 5, class: 'halo-end' }),
  )
}

/** Where to take hold of the ring, with the arrow that a drag from there draws. */
const handle = ({ x, y }: Spot): SVGElement[] => [
  svg('circle', { cx: x, cy: y, r: 7, class: 'halo-handle' }),
  svg('path', { d: `M${x - 3} ${y + 3}L${x + 3} ${y - 3}m-4.5 0h4.5v4.5`, class: 'halo-arrow' }),
]

function svg(
  name: 'circle' | 'line' | 'path',
  attributes: Record<string, string | number>,
): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value))
  return element
}
