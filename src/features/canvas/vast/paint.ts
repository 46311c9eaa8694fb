import { paintLabels, type Titles } from './paint-labels'
import { paintLines } from './paint-lines'
import { paintNodes } from './paint-nodes'
import type { Pen } from '../../picture'
import type { Scene } from './scene'
import type { View } from './view'

/** Draws what a view shows of a scene. Far out, what could not be made out anyway is left out. */
export function paint(pen: Pen, scene: Scene, titles: Titles, view: View): void {
  const { zoom, pan, ratio } = view
  pen.setTransform(1, 0, 0, 1, 0, 0)
  pen.globalAlpha = 1
  pen.clearRect(0, 0, pen.canvas.width, pen.canvas.height)
  pen.setTransform(zoom * ratio, 0, 0, zoom * ratio, pan.x * ratio, pan.y * ratio)
  paintLines(pen, scene, view)
  paintNodes(pen, scene, view)
  pen.setTransform(ratio, 0, 0, ratio, 0, 0)
  paintLabels(pen, scene, titles, view)
}
