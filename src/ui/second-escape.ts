import { layers } from './layers'

/** Two Escapes within so many ms are one wish. */
const pause = 500

const isInLayer = (element: Element | null): boolean =>
  element !== null && element.closest(`${layers}, [role="listbox"]`) !== null

/**
 * Drops a second Escape where the first has closed the last layer: who presses it twice to be sure
 * wants that closed, and nothing done to the page below, such as its selection. Returns how to stop.
 */
export function dropSecondEscapes(page: Document): () => void {
  let last = { at: -Infinity, inLayer: false }
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') {
      last = { at: -Infinity, inLayer: false }
      return
    }
    const inLayer = isInLayer(page.activeElement)
    const isSecond = last.inLayer && !inLayer && event.timeStamp - last.at <= pause
    last = { at: event.timeStamp, inLayer }
    if (isSecond) event.stopImmediatePropagation()
  }
  page.addEventListener('keydown', onKey, true)
  return () => page.removeEventListener('keydown', onKey, true)
}
