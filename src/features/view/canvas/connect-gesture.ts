import type { Core, NodeSingular } from 'cytoscape'
import { type NodeId, NodeId as NodeIdSchema } from '@shared/graph'
import { drawHalo, inRing, isOutside, nearestNode, type Spot } from './halo'

export type Drop =
  | { kind: 'node'; source: NodeId; target: NodeId; x: number; y: number }
  | { kind: 'space'; source: NodeId; x: number; y: number }

type Options = {
  readonly cy: Core
  /** Around the canvas; sees pointer events before Cytoscape does. */
  readonly frame: HTMLElement
  readonly overlay: SVGSVGElement
  readonly enabled: () => boolean
  readonly onDrop: (drop: Drop) => void
}

/** Rendered px: how far a drag must go to be one, and how near the edge it pulls the picture on. */
const threshold = 3
const edgeOfWindow = 28

type Drag = { source: NodeSingular; from: Spot; moved: boolean; aim: NodeSingular | null }

const idOf = (node: NodeSingular): NodeId => NodeIdSchema.parse(node.id())

/**
 * Body drag moves a node, halo drag connects it: a ring shows round the hovered node, and a
 * drag that starts in the ring draws a line to where it is dropped.
 */
export function connectGesture({ cy, frame, overlay, enabled, onDrop }: Options): () => void {
  let hovered: NodeSingular | null = null
  let drag: Drag | null = null

  const local = (event: { clientX: number; clientY: number }): Spot => {
    const box = frame.getBoundingClientRect()
    return { x: event.clientX - box.left, y: event.clientY - box.top }
  }
  const draw = (end?: Spot) => {
    frame.classList.toggle('canvas-frame--connecting', drag !== null)
    const node = drag?.source ?? hovered
    if (node === null || node.removed() || !enabled()) overlay.replaceChildren()
    else drawHalo(overlay, node, drag === null || end === undefined ? null : (drag.aim ?? end))
  }

  const setAim = (node: NodeSingular | null) => {
    if (drag === null) return
    drag.aim?.removeClass('aim')
    drag.aim = node
    node?.addClass('aim')
  }
  const finish = () => {
    setAim(null)
    drag = null
    draw()
  }

  const onMove = (event: PointerEvent) => {
    const spot = local(event)
    if (drag === null) {
      if (hovered !== null && (hovered.removed() || isOutside(hovered, spot))) {
        hovered = null
        draw()
      }
      frame.classList.toggle(
        'canvas-frame--halo',
        hovered !== null && enabled() && inRing(hovered, spot),
      )
      return
    }
    event.stopPropagation()
    if (Math.hypot(spot.x - drag.from.x, spot.y - drag.from.y) > threshold) drag.moved = true
    panAtEdge(cy, frame, spot)
    setAim(nearestNode(cy, spot, drag.source))
    draw(spot)
  }
  const onDown = (event: PointerEvent) => {
    if (event.button !== 0 || hovered === null || !enabled()) return
    const spot = local(event)
    if (!inRing(hovered, spot)) return
    event.stopPropagation()
    drag = { source: hovered, from: spot, moved: false, aim: null }
    frame.setPointerCapture(event.pointerId)
    draw(spot)
  }
  const onUp = (event: PointerEvent) => {
    if (drag === null) return
    event.stopPropagation()
    const { source, aim, moved } = drag
    finish()
    if (!moved) return
    const at = { source: idOf(source), x: event.clientX, y: event.clientY }
    onDrop(aim === null ? { kind: 'space', ...at } : { kind: 'node', ...at, target: idOf(aim) })
  }
  // Cytoscape listens for mouse and touch events, which follow the pointer events.
  const block = (event: Event) => {
    if (drag !== null) event.stopPropagation()
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || drag === null) return
    event.stopPropagation()
    finish()
  }
  const onOver = (event: { target: NodeSingular }) => {
    if (drag !== null) return
    hovered = event.target
    draw()
  }
  const onView = () => {
    if (drag === null) draw()
  }

  const events = [
    ['pointermove', onMove],
    ['pointerdown', onDown],
    ['pointerup', onUp],
    ['pointercancel', finish],
    ['mousedown', block],
    ['mousemove', block],
    ['touchstart', block],
    ['touchmove', block],
  ] as const
  for (const [name, listener] of events)
    frame.addEventListener(name, listener as EventListener, true)
  window.addEventListener('keydown', onKey, true)
  cy.on('mouseover', 'node', onOver)
  cy.on('render', onView)

  return () => {
    for (const [name, listener] of events) {
      frame.removeEventListener(name, listener as EventListener, true)
    }
    window.removeEventListener('keydown', onKey, true)
    cy.off('mouseover', 'node', onOver)
    cy.off('render', onView)
  }
}

function panAtEdge(cy: Core, frame: HTMLElement, spot: Spot): void {
  const push = (at: number, size: number) =>
    at < edgeOfWindow ? 8 : at > size - edgeOfWindow ? -8 : 0
  const by = { x: push(spot.x, frame.clientWidth), y: push(spot.y, frame.clientHeight) }
  if (by.x !== 0 || by.y !== 0) cy.panBy(by)
}
