import type { Core, EdgeSingular, EventObject, NodeSingular } from 'cytoscape'
import type { NodeId } from '@shared/graph'
import type { CanvasEvents, Spot as Meant } from '../canvas'
import type { Spot } from '../gesture'
import type { Pointed } from '../../picture'
import { bodyOnScreen } from './bodies'
import { edgeIdOf, nodeIdOf } from './elements'
import { createResting } from '../resting'
import { isVisible } from './visible'

/** With more elements than this only what is near is named: to dim thousands takes too long. */
const manyElements = 4000

type Element = NodeSingular | EdgeSingular
/** What lies under the pointer, where that is, and how the picture lay at that time. */
type Under = { readonly element: Element; readonly spot: Spot; readonly lay: string }

export type Hover = ReturnType<typeof createHover>

/**
 * What the pointer rests on stands out with all that it is related to. Cytoscape tells that an
 * element was left only when the pointer moves within the picture; so it is asked what lies under
 * the pointer, and each frame shows whether it still does.
 */
export function createHover(
  cy: Core,
  surface: HTMLElement,
  onNear: (near: Pointed['near']) => void,
  onRest: CanvasEvents['onRest'],
) {
  const overs = new Set<(id: NodeId) => void>()
  let under: Under | null = null
  /** What stands out at the moment, by its ids. */
  let shown: string | null = null
  const resting = createResting(onRest)

  const calm = () => {
    resting.end()
    under = null
    if (shown !== null) onNear(null)
    shown = null
  }
  const emphasise = (element: Element) => {
    const near = nearOf(cy, element)
    const key = [...near.nodes, ...near.edges].join(' ')
    if (key === shown) return
    shown = key
    onNear(near)
  }
  const onMove = ({ target, renderedPosition, originalEvent }: EventObject) => {
    const element = target === cy ? null : (target as Element)
    // A picture or a node that is dragged covers what lies below.
    if (element === null || originalEvent.buttons !== 0) {
      calm()
      return
    }
    const isSame = under?.element.id() === element.id()
    if (!isSame) calm()
    under = { element, spot: { ...renderedPosition }, lay: layOf(cy) }
    if (isSame) return
    if (element.isNode()) overs.forEach((listener) => listener(nodeIdOf(element)))
    resting.begin(meantBy(element), { ...renderedPosition }, () => {
      if (!cy.destroyed()) emphasise(element)
    })
  }
  const follow = () => {
    if (under === null) return
    if (!isStillUnder(cy, under)) calm()
    else if (shown !== null) emphasise(under.element)
  }
  cy.on('mousemove', onMove)
  cy.on('grab', calm)
  cy.on('render', follow)
  surface.addEventListener('pointerleave', calm)
  return {
    calm,
    /** What is under the pointer, for a menu. */
    spot: (): Meant => (under === null ? { kind: 'background' } : meantBy(under.element)),
    onOver: (listener: (id: NodeId) => void) => {
      overs.add(listener)
      return () => void overs.delete(listener)
    },
    destroy: () => {
      resting.end()
      surface.removeEventListener('pointerleave', calm)
    },
  }
}

export const meantBy = (element: Element): Exclude<Meant, { kind: 'background' }> =>
  element.isNode()
    ? { kind: 'node', id: nodeIdOf(element) }
    : { kind: 'edge', id: edgeIdOf(element) }

function nearOf(cy: Core, element: Element): NonNullable<Pointed['near']> {
  const bright = element.isEdge()
    ? cy.collection().union(element).union(element.connectedNodes())
    : cy.collection().union(element.closedNeighborhood())
  return {
    nodes: new Set(bright.nodes().map(nodeIdOf)),
    edges: new Set(bright.edges().map(edgeIdOf)),
    dimsRest: cy.elements().length < manyElements,
  }
}

function isStillUnder(cy: Core, { element, spot, lay }: Under): boolean {
  if (element.removed() || !isVisible(element)) return false
  // What lies at a point of a line is known by the pointer alone.
  if (element.isEdge()) return lay === layOf(cy)
  const { x1, x2, y1, y2 } = bodyOnScreen(element)
  return spot.x >= x1 && spot.x <= x2 && spot.y >= y1 && spot.y <= y2
}

const layOf = (cy: Core): string => `${cy.zoom()} ${cy.pan().x} ${cy.pan().y}`
