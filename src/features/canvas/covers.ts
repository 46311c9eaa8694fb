import type { Extent } from './canvas'

/** What lies over the picture beside it: marked so by who draws it there. */
const mark = '[data-covers-picture]'

/** Where the frame of the picture is covered, px from its corner. What is not shown covers nothing. */
export function coversOf(frame: HTMLElement): Extent[] {
  const { left, top } = frame.getBoundingClientRect()
  return [...(frame.parentElement?.querySelectorAll(mark) ?? [])]
    .map((element) => element.getBoundingClientRect())
    .filter(({ width, height }) => width > 0 && height > 0)
    .map((box) => ({
      x1: box.left - left,
      y1: box.top - top,
      x2: box.right - left,
      y2: box.bottom - top,
    }))
}

/** Calls when something that lies over the picture came, went, or has another size. Gives how to stop. */
export function watchCovers(frame: HTMLElement, onChange: () => void): () => void {
  const stage = frame.parentElement
  if (stage === null) return () => undefined
  const sizes = new ResizeObserver(onChange)
  let watched = new Set<Element>()
  const look = () => {
    const now = new Set(stage.querySelectorAll(mark))
    for (const element of watched) if (!now.has(element)) sizes.unobserve(element)
    for (const element of now) if (!watched.has(element)) sizes.observe(element)
    const isOther = now.size !== watched.size || [...now].some((element) => !watched.has(element))
    watched = now
    if (isOther) onChange()
  }
  // Each is drawn right in the stage, beside the picture.
  const comings = new MutationObserver(look)
  comings.observe(stage, { childList: true })
  look()
  return () => {
    comings.disconnect()
    sizes.disconnect()
  }
}
