/** Draws away from the page, so that the page always answers. */
import { paint } from './paint'
import type { Pen } from '../../picture'
import type { Scene } from './scene'
import type { View } from './view'

export type PaintOrder =
  | { readonly kind: 'titles'; readonly titles: readonly (readonly [number, string])[] }
  | { readonly kind: 'scene'; readonly scene: Scene }
  | { readonly kind: 'view'; readonly view: View }

/** A finished picture, and the view that it shows. */
export type Painted = { readonly bitmap: ImageBitmap; readonly view: View }

const titles: (string | undefined)[] = []
let scene: Scene | null = null
let canvas: OffscreenCanvas | null = null
let pen: Pen | null = null

function penFor({ width, height, ratio }: View): Pen | null {
  const [w, h] = [Math.max(1, Math.round(width * ratio)), Math.max(1, Math.round(height * ratio))]
  if (canvas === null || canvas.width !== w || canvas.height !== h) {
    canvas = new OffscreenCanvas(w, h)
    pen = canvas.getContext('2d')
  }
  return pen
}

self.onmessage = ({ data }: MessageEvent<PaintOrder>) => {
  if (data.kind === 'titles') for (const [row, title] of data.titles) titles[row] = title
  if (data.kind === 'scene') scene = data.scene
  if (data.kind !== 'view' || scene === null) return
  const drawing = penFor(data.view)
  if (drawing === null || canvas === null) return
  paint(drawing, scene, titles, data.view)
  const painted: Painted = { bitmap: canvas.transferToImageBitmap(), view: data.view }
  self.postMessage(painted, { transfer: [painted.bitmap] })
}
