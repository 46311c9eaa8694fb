import type { Spot } from '../gesture'

/** The frame that is drawn to select what is in it. */
export function createBox(surface: HTMLElement) {
  const box = document.createElement('div')
  box.className = 'canvas-box'
  box.hidden = true
  surface.append(box)
  return {
    show: (from: Spot, to: Spot) => {
      box.hidden = false
      Object.assign(box.style, {
        left: `${Math.min(from.x, to.x)}px`,
        top: `${Math.min(from.y, to.y)}px`,
        width: `${Math.abs(to.x - from.x)}px`,
        height: `${Math.abs(to.y - from.y)}px`,
      })
    },
    hide: () => {
      box.hidden = true
    },
    destroy: () => box.remove(),
  }
}
