import type { Spot as Meant } from '../canvas'
import type { Spot } from '../gesture'
import { isControlPress } from '../menu-press'
import { adds } from '../tapped'
import { watchWheel } from '../wheel'
import { createTaps, type Tap } from './taps'
import type { Under } from './under'

export type PointerActs = {
  readonly under: (spot: Spot) => Under
  readonly meant: (under: Under) => Meant
  readonly onTap: (tap: Tap) => void
  readonly onMenu: (under: Under, at: { x: number; y: number }) => void
  /** The pointer rests at a spot, or is nowhere. */
  readonly onHover: (spot: Spot | null) => void
  /** Nodes are taken along from here, then moved by so many px, then let go. */
  readonly onGrab: (node: number) => void
  readonly onDrag: (by: Spot) => void
  readonly onRelease: (moved: boolean) => void
  /** What is dragged, node or box, was not meant. */
  readonly onGiveUp: () => void
  readonly onPan: (by: Spot) => void
  readonly onZoom: (factor: number, spot: Spot) => void
  /** A box is drawn; `isDone` when it is let go. */
  readonly onBox: (from: Spot, to: Spot, isDone: boolean) => void
}

/** Px that a press may move and still be a tap. */
const threshold = 3

type Press = {
  readonly id: number
  readonly kind: 'node' | 'pan' | 'box'
  readonly from: Spot
  last: Spot
  moved: boolean
}

/** Turns pointer events on a surface into what they mean. Returns how to stop, and whether one is on. */
export function createPointer(surface: HTMLElement, acts: PointerActs) {
  let press: Press | null = null
  let pinch: { readonly id: number; spot: Spot } | null = null
  const taps = createTaps(acts.onTap)

  const local = (event: { clientX: number; clientY: number }): Spot => {
    const box = surface.getBoundingClientRect()
    return { x: event.clientX - box.left, y: event.clientY - box.top }
  }
  const openMenu = (event: MouseEvent) =>
    acts.onMenu(acts.under(local(event)), { x: event.clientX, y: event.clientY })
  const onDown = (event: PointerEvent) => {
    if (event.button !== 0) return
    if (isControlPress(event)) {
      // The mouse event that follows would take the keyboard from the menu.
      event.preventDefault()
      openMenu(event)
      return
    }
    const spot = local(event)
    if (press !== null) {
      pinch = { id: event.pointerId, spot }
      return
    }
    const under = acts.under(spot)
    const isBox = adds(event)
    const kind = under.kind === 'node' ? 'node' : isBox ? 'box' : 'pan'
    press = { id: event.pointerId, kind, from: spot, last: spot, moved: false }
    surface.setPointerCapture(event.pointerId)
    if (under.kind === 'node') acts.onGrab(under.at)
  }
  const onMove = (event: PointerEvent) => {
    const spot = local(event)
    if (press === null) {
      if (event.buttons === 0) acts.onHover(spot)
      return
    }
    if (pinch !== null) {
      pinched(event.pointerId, spot)
      return
    }
    if (Math.hypot(spot.x - press.from.x, spot.y - press.from.y) > threshold) press.moved = true
    if (!press.moved) return
    const by = { x: spot.x - press.last.x, y: spot.y - press.last.y }
    press.last = spot
    if (press.kind === 'node') acts.onDrag(by)
    else if (press.kind === 'pan') acts.onPan(by)
    else acts.onBox(press.from, spot, false)
  }
  /** Two fingers: what is between them stays between them. */
  const pinched = (id: number, spot: Spot) => {
    if (press === null || pinch === null) return
    const other = id === pinch.id ? press.last : pinch.spot
    const old = id === pinch.id ? pinch.spot : press.last
    const before = Math.hypot(old.x - other.x, old.y - other.y)
    const after = Math.hypot(spot.x - other.x, spot.y - other.y)
    if (id === pinch.id) pinch = { id, spot }
    else press.last = spot
    press.moved = true
    if (before > 0)
      acts.onZoom(after / before, { x: (spot.x + other.x) / 2, y: (spot.y + other.y) / 2 })
  }
  const onUp = (event: PointerEvent) => {
    if (pinch?.id === event.pointerId) pinch = null
    if (press?.id !== event.pointerId) return
    const { kind, from, moved } = press
    press = null
    pinch = null
    const spot = local(event)
    if (kind === 'node') acts.onRelease(moved)
    if (kind === 'box' && moved) acts.onBox(from, spot, true)
    if (!moved) taps.tap(acts.meant(acts.under(spot)), adds(event), event.timeStamp)
  }
  const onCancel = () => {
    if (press?.kind === 'node') acts.onRelease(press.moved)
    press = null
    pinch = null
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || press?.moved !== true || press.kind === 'pan') return
    event.preventDefault()
    event.stopPropagation()
    press = null
    pinch = null
    acts.onGiveUp()
  }
  const onLeave = () => {
    if (press === null) acts.onHover(null)
  }
  const onMenu = (event: MouseEvent) => {
    event.preventDefault()
    // That one was opened by the press already.
    if (!isControlPress(event)) openMenu(event)
  }
  const stop = new AbortController()
  const { signal } = stop
  const endWheel = watchWheel(surface, acts.onZoom)
  surface.addEventListener('pointerdown', onDown, { signal })
  surface.addEventListener('pointermove', onMove, { signal })
  surface.addEventListener('pointerup', onUp, { signal })
  surface.addEventListener('pointercancel', onCancel, { signal })
  surface.addEventListener('pointerleave', onLeave, { signal })
  window.addEventListener('keydown', onKey, { signal, capture: true })
  surface.addEventListener('contextmenu', onMenu, { signal })
  return {
    isBusy: () => press !== null,
    destroy: () => {
      stop.abort()
      endWheel()
    },
  }
}
