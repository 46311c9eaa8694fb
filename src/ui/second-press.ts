import { layers } from './layers'

/** Two presses within so many ms, and so many px of each other, are one double-click. */
const pause = 500
const reach = 6

/** The notices are one layer: those that are left move to the place of one that is dismissed. */
const layerOf = (target: Element): Element | null =>
  target.closest('.notices') ?? target.closest(`${layers}, .backdrop`)

/** From one list to the next people are quick, too; the graph below a list is another matter. */
const isBelow = (target: Element, last: Press): boolean =>
  last.inList && target.closest('.canvas-frame') !== null

/** A button whose menu the first press has opened: the second of two does not close it again. */
const hasJustOpened = (target: Element, last: Press): boolean =>
  !last.hadMenu && menuOf(target) !== null

const menuOf = (target: Element): Element | null =>
  target.closest('[aria-haspopup="menu"][aria-expanded="true"]')

type Press = {
  readonly layer: Element | null
  readonly inList: boolean
  /** It was on a button whose menu was open by then. */
  readonly hadMenu: boolean
  readonly at: number
  readonly x: number
  readonly y: number
}

/** All that a press tells of itself. */
const parts = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'dblclick'] as const

const others = ['keydown', 'input'] as const

/**
 * Drops the second press of a double-click where the first has changed what lies under the pointer:
 * a menu that closed over the graph, a dialog that opened over its button. It was meant for what was
 * there before, as the second press on the button of a menu was meant to open it. Returns how to stop.
 */
export function dropSecondPresses(page: Document): () => void {
  let last: Press | null = null
  let isDropped = false
  const isStray = (now: Press, target: Element): boolean =>
    last !== null &&
    now.at - last.at <= pause &&
    Math.hypot(now.x - last.x, now.y - last.y) <= reach &&
    (now.layer !== last.layer || isBelow(target, last) || hasJustOpened(target, last))
  const onPart = (event: Event): void => {
    const { target } = event
    if (
      event instanceof PointerEvent &&
      event.type === 'pointerdown' &&
      target instanceof Element
    ) {
      const { timeStamp: at, clientX: x, clientY: y } = event
      const inList = target.closest('[role="listbox"]') !== null
      const hadMenu = menuOf(target) !== null
      const now = { layer: layerOf(target), inList, hadMenu, at, x, y }
      isDropped = isStray(now, target)
      // What comes third is held against what the person has aimed at, too.
      if (!isDropped) last = now
    }
    // A click of detail 0 comes from a key, and belongs to no press.
    if (!isDropped || (event instanceof MouseEvent && event.type === 'click' && event.detail === 0))
      return
    // The click, if any, comes in the same turn as the release.
    if (event.type === 'pointerup') setTimeout(() => (isDropped = false))
    event.stopImmediatePropagation()
    event.preventDefault()
  }
  // A key or what is typed between two presses makes them two.
  const onOther = () => (last = null)
  for (const part of parts) page.addEventListener(part, onPart, true)
  for (const other of others) page.addEventListener(other, onOther, true)
  return () => {
    for (const part of parts) page.removeEventListener(part, onPart, true)
    for (const other of others) page.removeEventListener(other, onOther, true)
  }
}
