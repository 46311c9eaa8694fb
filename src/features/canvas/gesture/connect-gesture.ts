import type { NodeId } from '@shared/graph'
import type { Ground, Spot } from './ground'
import { drawHalo, inRing, isOutside, nearestNode } from './halo'

export type Drop =
  | { kind: 'node'; source: NodeId; target: NodeId; x: number; y: number }
  | { kind: 'space'; source: NodeId; x: number; y: number }

type Options = {
  readonly ground: Ground
  /** Around the canvas; sees pointer events before the canvas does. */
  readonly frame: HTMLElement
  readonly overlay: SVGSVGElement
  readonly enabled: () => boolean
  readonly onDrop: (drop: Drop) => void
}

/** Rendered px: how far a drag must go to be one, and how near the edge it pulls the picture on. */
const threshold = 3
const edgeOfWindow = 28

type Drag = { source: NodeId; from: Spot; moved: boolean; aim: NodeId | null }

/**
 * Body drag moves a node, halo drag connects it: a ring shows round the hovered node, and a
 * drag that starts in the ring draws a line to where it is dropped.
 */
export function connectGesture({ ground, frame, overlay, enabled, onDrop }: Options): () => void {
  let hovered: NodeId | null = null
  let drag: Drag | null = null

  const local = (event: { clientX: number; clientY: number }): Spot => {
    const box = frame.getBoundingClientRect()
    return { x: event.clientX - box.left, y: event.clientY - box.top }
  }
  const may = () => enabled() && !ground.isBusy()
  const hoveredBody = () => (hovered === null ? null : ground.bodyOf(hovered))
  const aimOf = (held: Drag | null) =>
    held === null || held.aim === null ? null : ground.bodyOf(held.aim)
  const draw = (end?: Spot) => {
    frame.classList.toggle('canvas-frame--connecting', drag !== null)
    const id = drag?.source ?? hovered
    const body = id === null ? null : ground.bodyOf(id)
    const aimed = aimOf(drag)
    if (body === null || !may()) overlay.replaceChildren()
    else drawHalo(overlay, body, drag === null || end === undefined ? null : (aimed ?? end))
  }

  const setAim = (node: NodeId | null) => {
    if (drag === null || drag.aim === node) return
    drag.aim = node
    ground.aim(node)
  }
  const finish = () => {
    setAim(null)
    drag = null
    draw()
  }

  const onMove = (event: PointerEvent) => {
    const spot = local(event)
    if (drag === null) {
      let body = hoveredBody()
      if (hovered !== null && (body === null || isOutside(body, spot))) {
        hovered = null
        body = null
        draw()
      }
      frame.classList.toggle('canvas-frame--halo', body !== null && may() && inRing(body, spot))
      return
    }
    event.stopPropagation()
    if (Math.hypot(spot.x - drag.from.x, spot.y - drag.from.y) > threshold) drag.moved = true
    panAtEdge(ground, frame, spot)
    setAim(nearestNode(ground, spot, drag.source))
    draw(spot)
  }
  const onDown = (event: PointerEvent) => {
    const body = hoveredBody()
    if (event.button !== 0 || hovered === null || body === null || !may()) return
    const spot = local(event)
    if (!inRing(body, spot)) return
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
    const at = { source, x: event.clientX, y: event.clientY }
    onDrop(aim === null ? { kind: 'space', ...at } : { kind: 'node', ...at, target: aim })
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
  const stopOver = ground.onOver((id) => {
    if (drag !== null) return
    hovered = id
    draw()
  })
  const stopFrame = ground.onFrame(() => {
    if (drag === null) draw()
  })

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

  return () => {
    for (const [name, listener] of events) {
      frame.removeEventListener(name, listener as EventListener, true)
    }
    window.removeEventListener('keydown', onKey, true)
    stopOver()
    stopFrame()
    overlay.replaceChildren()
  }
}

function panAtEdge(ground: Ground, frame: HTMLElement, spot: Spot): void {
  const push = (at: number, size: number) =>
    at < edgeOfWindow ? 8 : at > size - edgeOfWindow ? -8 : 0
  const by = { x: push(spot.x, frame.clientWidth), y: push(spot.y, frame.clientHeight) }
  if (by.x !== 0 || by.y !== 0) ground.panBy(by)
}
