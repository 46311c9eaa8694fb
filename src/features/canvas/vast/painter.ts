import type { Painted, PaintOrder } from './paint-worker'
import type { Scene } from './scene'
import { type View, widened } from './view'

/** So many px beyond the view are drawn too, so that a small pan shows no empty border. */
const margin = 120

/**
 * Shows a scene, and tells each time something was shown: a worker paints, and the page moves the last painting about until the next is
 * there. One painting is under way at a time, always of the latest view.
 */
export function createPainter(surface: HTMLElement, onFrame: () => void) {
  const worker = new Worker(new URL('./paint-worker.ts', import.meta.url), { type: 'module' })
  const canvas = document.createElement('canvas')
  canvas.className = 'canvas-picture'
  surface.append(canvas)
  const pen = canvas.getContext('2d')
  let painted: Painted | null = null
  let wanted: View | null = null
  let isBusy = false
  let isStale = false
  let hasScene = false
  let frame = 0

  const tell = (order: PaintOrder) => worker.postMessage(order)
  const ask = () => {
    if (isBusy || wanted === null || !hasScene) return
    isBusy = true
    isStale = false
    tell({ kind: 'view', view: widened(wanted, margin) })
  }
  const draw = () => {
    frame = 0
    if (pen === null || wanted === null) return
    const { width, height, ratio } = wanted
    const [w, h] = [Math.round(width * ratio), Math.round(height * ratio)]
    if (canvas.width !== w || canvas.height !== h) {
      canvas.width = w
      canvas.height = h
    }
    pen.setTransform(1, 0, 0, 1, 0, 0)
    pen.clearRect(0, 0, w, h)
    if (painted === null) return
    show(pen, painted, wanted)
    onFrame()
  }
  const later = () => {
    frame ||= requestAnimationFrame(draw)
  }
  worker.onmessage = ({ data }: MessageEvent<Painted>) => {
    isBusy = false
    painted?.bitmap.close()
    painted = data
    later()
    if (isStale) ask()
  }
  return {
    titles: (titles: readonly (readonly [number, string])[]) => tell({ kind: 'titles', titles }),
    scene: (scene: Scene) => {
      tell({ kind: 'scene', scene })
      hasScene = true
      isStale = true
      ask()
    },
    view: (view: View) => {
      wanted = view
      isStale = true
      ask()
      later()
    },
    destroy: () => {
      cancelAnimationFrame(frame)
      worker.terminate()
      painted?.bitmap.close()
      canvas.remove()
    },
  }
}

export type Painter = ReturnType<typeof createPainter>

/** The last painting, where it would be in another view. */
function show(pen: CanvasRenderingContext2D, { bitmap, view: was }: Painted, now: View): void {
  const grown = now.zoom / was.zoom
  const x = now.pan.x - was.pan.x * grown
  const y = now.pan.y - was.pan.y * grown
  const { ratio } = now
  pen.drawImage(bitmap, x * ratio, y * ratio, was.width * grown * ratio, was.height * grown * ratio)
}
