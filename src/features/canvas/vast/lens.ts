import type { Viewport } from '../canvas'
import type { ScreenSize } from '../free-room'
import type { Spot } from '../gesture'
import type { Point } from '../../layout'

const farthest = 0.004
const closest = 4

/** What part of the picture is seen, and how it comes to be another. */
export function createLens(size: () => ScreenSize, onChange: () => void) {
  let viewport: Viewport = { zoom: 1, pan: { x: 0, y: 0 } }
  let frame = 0

  const put = (next: Viewport) => {
    cancelAnimationFrame(frame)
    viewport = next
    onChange()
  }
  const middle = (): Spot => ({ x: size().width / 2, y: size().height / 2 })
  const zoomAt = (factor: number, spot: Spot) => {
    const zoom = Math.min(closest, Math.max(farthest, viewport.zoom * factor))
    const grown = zoom / viewport.zoom
    const { pan } = viewport
    put({
      zoom,
      pan: { x: spot.x - (spot.x - pan.x) * grown, y: spot.y - (spot.y - pan.y) * grown },
    })
  }
  return {
    viewport: () => viewport,
    /** The point of the picture that is seen at a spot of the screen. */
    toModel: ({ x, y }: Spot): Point => {
      const { zoom, pan } = viewport
      return { x: (x - pan.x) / zoom, y: (y - pan.y) / zoom }
    },
    put,
    /** Goes there in so many ms, by a way on which nothing jumps. */
    travel: (to: Viewport, duration: number) => {
      if (duration === 0) {
        put(to)
        return
      }
      const from = viewport
      const began = performance.now()
      const step = (now: number) => {
        const part = Math.min(1, Math.max(0, (now - began) / duration))
        put(between(from, to, part * part * (3 - 2 * part), middle()))
        if (part < 1) frame = requestAnimationFrame(step)
      }
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(step)
    },
    zoomAt,
    zoomBy: (factor: number) => zoomAt(factor, middle()),
    panBy: ({ x, y }: Spot) =>
      put({ ...viewport, pan: { x: viewport.pan.x + x, y: viewport.pan.y + y } }),
    centreOn: ({ x, y }: Point) => {
      const { zoom } = viewport
      const { x: cx, y: cy } = middle()
      put({ zoom, pan: { x: cx - x * zoom, y: cy - y * zoom } })
    },
    destroy: () => cancelAnimationFrame(frame),
  }
}

export type Lens = ReturnType<typeof createLens>

/** The middle of the screen moves straight, the zoom by equal factors. */
function between(from: Viewport, to: Viewport, part: number, middle: Spot): Viewport {
  const zoom = from.zoom * (to.zoom / from.zoom) ** part
  const at = ({ pan, zoom: scale }: Viewport) => ({
    x: (middle.x - pan.x) / scale,
    y: (middle.y - pan.y) / scale,
  })
  const [a, b] = [at(from), at(to)]
  const x = a.x + (b.x - a.x) * part
  const y = a.y + (b.y - a.y) * part
  return { zoom, pan: { x: middle.x - x * zoom, y: middle.y - y * zoom } }
}
