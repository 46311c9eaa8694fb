import type { Spot } from './gesture'

/** Wheel px that double the zoom. */
const doubling = 260
/** Px that a line of a wheel stands for. */
const line = 33

/**
 * The wheel zooms by the same steps whoever draws, so it is read here and by no one below. Returns
 * how to stop.
 */
export function watchWheel(
  surface: HTMLElement,
  onZoom: (factor: number, spot: Spot) => void,
): () => void {
  const onWheel = (event: WheelEvent) => {
    event.preventDefault()
    event.stopImmediatePropagation()
    const px = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? line : 1
    const corner = surface.getBoundingClientRect()
    onZoom(2 ** ((-event.deltaY * px) / doubling), {
      x: event.clientX - corner.left,
      y: event.clientY - corner.top,
    })
  }
  const options = { capture: true, passive: false }
  surface.addEventListener('wheel', onWheel, options)
  return () => surface.removeEventListener('wheel', onWheel, options)
}
