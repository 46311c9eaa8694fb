/** Longer than this nobody presses who means to click, ms. */
const longest = 1500

/** Where a press is the beginning of a drag, not of a click. */
const dragged = '.canvas-frame, .minimap, [role="separator"], input[type="range"]'

const isDragged = (target: EventTarget | null): boolean =>
  target !== null && 'closest' in target && (target as Element).closest(dragged) !== null

type Way = Pick<EventTarget, 'addEventListener'>

/**
 * A press is meant for what is under the pointer when it begins. Whatever changes the page by itself
 * waits for the release: then nothing moves from under the pointer, or takes its place.
 */
export function createPresses(way: Way, cap = longest) {
  const waiting: (() => void)[] = []
  let isPressed = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const end = () => {
    clearTimeout(timer)
    isPressed = false
    for (const run of waiting.splice(0)) run()
  }
  const onDown = (event: Event) => {
    if (isDragged(event.target)) return
    clearTimeout(timer)
    isPressed = true
    timer = setTimeout(end, cap)
  }
  // The click comes after the release, in the same turn.
  const onUp = () => {
    if (!isPressed) return
    clearTimeout(timer)
    timer = setTimeout(end)
  }
  const options = { capture: true }
  way.addEventListener('pointerdown', onDown, options)
  for (const kind of ['pointerup', 'pointercancel']) way.addEventListener(kind, onUp, options)
  return {
    isPressed: () => isPressed,
    /** Runs it at once, or after the press that is under way. */
    afterPress: (run: () => void): void => {
      if (isPressed) waiting.push(run)
      else run()
    },
  }
}

const nothing: Way = { addEventListener: () => undefined }

/** The presses of this page. */
export const { afterPress } = createPresses(typeof window === 'undefined' ? nothing : window)
