import type { NodeId } from '@shared/graph'
import type { Ground, Spot } from './ground'
import { drawHalo, inRing, nearestNode } from './halo'
import { createRinged } from './ringed'
import { adds } from '../tapped'

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
  readonly onRing: (node: NodeId, adds: boolean) => void
  /** What a drop would mean now, and where the pointer is; null where it would mean no node. */
  readonly onAim: (node: NodeId | null, at: Spot) => void
}

/** Rendered px: how far a drag must go to be one, and how near the edge it pulls the picture on. */
const threshold = 3
const edgeOfWindow = 28

type Drag = { source: NodeId; from: Spot; moved: boolean; aim: NodeId | null }

/**
 * Body drag moves a node, halo drag connects it: a ring shows round the hovered node, and a
 * drag that starts in the ring draws a line to where it is dropped. A click in it is one on the node.
 */
export function connectGesture(options: Options): () => void {
  const { ground, frame, overlay, enabled, onDrop, onRing, onAim } = options
  let drag: Drag | null = null

  const local = (event: { clientX: number; clientY: number }): Spot => {
    const box = frame.getBoundingClientRect()
    return { x: event.clientX - box.left, y: event.clientY - box.top }
  }
  const may = () => enabled() && !ground.isBusy()
  const aimOf = (held: Drag | null) =>
    held === null || held.aim === null ? null : ground.bodyOf(held.aim)
  const draw = (end?: Spot) => {
    frame.classList.toggle('canvas-frame--connecting', drag !== null)
    const body = drag === null ? ringed.body() : ground.bodyOf(drag.source)
    const aimed = aimOf(drag)
    if (body === null || !may()) overlay.replaceChildren()
    else drawHalo(overlay, body, drag === null || end === undefined ? null : (aimed ?? end))
  }
  const ringed = createRinged(
    ground,
    () => drag !== null,
    () => draw(),
  )

  const setAim = (node: NodeId | null, at: Spot) => {
    if (drag === null || drag.aim === node) return
    drag.aim = node
    ground.aim(node)
    onAim(node, at)
  }
  const finish = () => {
    setAim(null, { x: 0, y: 0 })
    drag = null
    ground.calm()
    ringed.forget()
    draw()
  }

  const onMove = (event: PointerEvent) => {
    const spot = local(event)
    ringed.moved(spot)
    if (drag === null) {
      const body = ringed.body()
      frame.classList.toggle('canvas-frame--halo', body !== null && may() && inRing(body, spot))
      return
    }
    event.stopPropagation()
    if (Math.hypot(spot.x - drag.from.x, spot.y - drag.from.y) > threshold) drag.moved = true
    panAtEdge(ground, frame, spot)
    setAim(nearestNode(ground, spot, drag.source), spot)
    draw(spot)
  }
  const onDown = (event: PointerEvent) => {
    const [source, body] = [ringed.id(), ringed.body()]
    if (event.button !== 0 || source === null || body === null || !may()) return
    const spot = local(event)
    if (!inRing(body, spot)) return
    event.stopPropagation()
    drag = { source, from: spot, moved: false, aim: null }
    frame.setPointerCapture(event.pointerId)
    ground.calm()
    draw(spot)
  }
  const onUp = (event: PointerEvent) => {
    if (drag === null) return
    event.stopPropagation()
    const { source, aim, moved } = drag
    finish()
    // Who did not drag has meant the node.
    if (!moved) {
      onRing(source, adds(event))
      return
    }
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
  // What lies within the frame is left too, on the way to something else within it.
  const onLeave = ({ target }: PointerEvent) => {
    if (target === frame) ringed.left()
  }
  const stopListening = capture(frame, [
    ['pointermove', onMove],
    ['pointerdown', onDown],
    ['pointerup', onUp],
    ['pointercancel', finish],
    ['pointerleave', onLeave],
    ['mousedown', block],
    ['mousemove', block],
    ['touchstart', block],
    ['touchmove', block],
  ])
  window.addEventListener('keydown', onKey, true)

  return () => {
    stopListening()
    window.removeEventListener('keydown', onKey, true)
    ringed.destroy()
    overlay.replaceChildren()
  }
}

/** Listens before what lies within does. Returns how to stop. */
function capture(
  frame: HTMLElement,
  events: readonly (readonly [string, (event: PointerEvent) => void])[],
): () => void {
  const stop = new AbortController()
  const options = { capture: true, signal: stop.signal }
  for (const [name, listener] of events)
    frame.addEventListener(name, listener as EventListener, options)
  return () => stop.abort()
}

function panAtEdge(ground: Ground, frame: HTMLElement, spot: Spot): void {
  const push = (at: number, size: number) =>
    at < edgeOfWindow ? 8 : at > size - edgeOfWindow ? -8 : 0
  const by = { x: push(spot.x, frame.clientWidth), y: push(spot.y, frame.clientHeight) }
  if (by.x !== 0 || by.y !== 0) ground.panBy(by)
}
