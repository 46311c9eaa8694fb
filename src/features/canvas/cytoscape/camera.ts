import type { Core } from 'cytoscape'
import type { NodeId } from '@shared/graph'
import type { Viewport } from '../canvas'
import { around, closeUpOf, revealed, viewportOf } from '../fit'
import type { ScreenSize } from '../free-room'
import { calmly } from '../motion'
import { bodiesIn } from './bodies'
import { nodeIdOf } from './elements'
import { visibleNodes } from './visible'
import type { Point } from '../../layout'

/** What part of the picture is seen. */
export const camera = (
  cy: Core,
  size: () => ScreenSize,
  /** Whether a node is inside of what a level draws as one: another zoom shows it. */
  isInside: (id: NodeId) => boolean,
) => ({
  fit: () => fitView(cy, size(), isInside, calmly(220)),
  fitNow: () => fitView(cy, size(), isInside, 0),
  reveal: (ids: NodeId | readonly NodeId[]) => reveal(cy, size(), [ids].flat()),
  closeUp: (ids: readonly NodeId[], isInto: boolean) => {
    const wanted = new Set<string>(ids)
    const points = cy
      .nodes()
      .toArray()
      .flatMap((node) => (wanted.has(node.id()) ? [{ ...node.position() }] : []))
    const next = closeUpOf(points, { zoom: cy.zoom(), pan: cy.pan() }, size(), isInto)
    if (next !== null) travel(cy, next, calmly(320))
    return next !== null
  },
  zoomBy: (factor: number) =>
    void cy.zoom({
      level: cy.zoom() * factor,
      renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 },
    }),
  extent: () => cy.extent(),
  spread: () => spreadOf(cy, isInside),
  viewport: () => ({ zoom: cy.zoom(), pan: { ...cy.pan() } }),
  setViewport: ({ zoom, pan }: Viewport) => void cy.viewport({ zoom, pan: { ...pan } }),
  centreOn: ({ x, y }: Point) => {
    const { w, h } = cy.extent()
    const zoom = cy.zoom()
    cy.viewport({ zoom, pan: { x: (w / 2 - x) * zoom, y: (h / 2 - y) * zoom } })
  },
})

/** Shows all that is visible. Labels do not count: they would shrink the picture to make room. */
function fitView(
  cy: Core,
  size: ScreenSize,
  isInside: (id: NodeId) => boolean,
  duration: number,
): void {
  const nodes = visibleNodes(cy)
  if (nodes.empty()) return
  const box = bodiesIn(nodes)
  const points = spreadOf(cy, isInside)
  travel(cy, viewportOf(around(box, points), points, size), duration)
}

/** Brings all of some nodes into view. The zoom changes only where they need more room. */
function reveal(cy: Core, size: ScreenSize, ids: readonly NodeId[]): void {
  const wanted = new Set<string>(ids)
  const nodes = visibleNodes(cy).filter((node) => wanted.has(node.id()))
  if (nodes.empty()) return
  const box = bodiesIn(nodes)
  const next = revealed(box, { zoom: cy.zoom(), pan: cy.pan() }, size)
  if (next !== null) travel(cy, next, calmly(220))
}

/** Where all stands that is drawn, or inside of what a level draws as one. */
function spreadOf(cy: Core, isInside: (id: NodeId) => boolean): Point[] {
  const inside = cy
    .nodes()
    .toArray()
    .flatMap((node) => (isInside(nodeIdOf(node)) ? [{ ...node.position() }] : []))
  return [...visibleNodes(cy).map((node) => ({ ...node.position() })), ...inside]
}

function travel(cy: Core, { zoom, pan }: Viewport, duration: number): void {
  if (duration === 0) cy.viewport({ zoom, pan: { ...pan } })
  else cy.animate({ zoom, pan: { ...pan }, duration })
}
