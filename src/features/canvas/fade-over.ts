import type { Canvas } from './canvas'
import { calmly } from './motion'
import { layStill } from './still'

/** Ms in which one level becomes another. */
const duration = 180

/**
 * Lets what is drawn fade into what is drawn next, while both follow the zoom: a level that becomes
 * another is no jump. Returns how to end it at once.
 */
export function fadeOver(surface: HTMLElement, canvas: Canvas): () => void {
  const ms = calmly(duration)
  if (ms === 0) return () => undefined
  const still = layStill(surface)
  const from = canvas.viewport()
  const follow = () => {
    const { zoom, pan } = canvas.viewport()
    const scale = zoom / from.zoom
    still.element.style.transform = `translate(${pan.x - from.pan.x * scale}px, ${pan.y - from.pan.y * scale}px) scale(${scale})`
  }
  still.element.style.transformOrigin = '0 0'
  const stop = canvas.onFrame(follow)
  const fading = still.element.animate([{ opacity: 1 }, { opacity: 0 }], ms)
  const end = () => {
    fading.cancel()
    stop()
    still.lift()
  }
  fading.onfinish = end
  return end
}
