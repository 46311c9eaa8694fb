import { type Picture, type PictureOptions, pictureFits } from '../picture'
import { type Drawing, extentOfNodes } from './drawing'
import { paint } from './paint'
import type { View } from './view'

/** Room for labels round the graph, model px. */
const border = 80

/** The whole graph or what is in view, drawn in one piece. */
export function picture(drawing: Drawing, options: PictureOptions, view: View): Picture {
  const scene = drawing.current()
  const box = extentOfNodes(scene, scene.nodes.row.keys())
  const wanted: View =
    options.what === 'view' || box === null
      ? { ...view, ratio: options.scale }
      : {
          zoom: 1,
          pan: { x: border - box.x1, y: border - box.y1 },
          width: box.x2 - box.x1 + 2 * border,
          height: box.y2 - box.y1 + 2 * border,
          ratio: options.scale,
        }
  const width = Math.ceil(wanted.width * wanted.ratio)
  const height = Math.ceil(wanted.height * wanted.ratio)
  const draw = async () => {
    const canvas = new OffscreenCanvas(width, height)
    const pen = canvas.getContext('2d')
    if (pen === null) return null
    paint(
      pen,
      scene,
      drawing.rows.nodes.map((row) => row?.entity.title),
      wanted,
    )
    if (!options.transparent) {
      pen.setTransform(1, 0, 0, 1, 0, 0)
      pen.globalCompositeOperation = 'destination-over'
      pen.fillStyle = scene.paper
      pen.fillRect(0, 0, width, height)
    }
    const blob = await canvas.convertToBlob({ type: 'image/png' })
    return blob.size === 0 ? null : blob
  }
  return { width, height, fits: pictureFits(width, height), draw }
}
