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
