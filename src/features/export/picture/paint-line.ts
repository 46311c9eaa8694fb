import type { Line, PaintedLine } from '@shared/pdf'
import { fontOf, rimOf } from '../../picture'

/** Px of the picture of a line for one of the scene's. */
const sharpness = 4

/**
 * A line as the browser paints it, with fonts that no page can read: they would be several megabytes
 * in the program.
 */
export async function paintLine(line: Line): Promise<PaintedLine | null> {
  const { text, size, bold, rim, colour } = line
  const measuring = new OffscreenCanvas(1, 1).getContext('2d')
  if (measuring === null) return null
  measuring.font = fontOf(size, bold)
  const width = measuring.measureText(text).width + size / 2
  const height = size * 1.6
  const [left, base] = [size / 4, size * 1.15]
  const canvas = new OffscreenCanvas(Math.ceil(width * sharpness), Math.ceil(height * sharpness))
  const pen = canvas.getContext('2d')
  if (pen === null) return null
  pen.scale(sharpness, sharpness)
  pen.font = fontOf(size, bold)
  if (rim !== null) {
    pen.strokeStyle = rim
    pen.lineWidth = rimOf(size)
    pen.lineJoin = 'round'
    pen.strokeText(text, left, base)
  }
  pen.fillStyle = colour
  pen.fillText(text, left, base)
  const bytes = await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer()
  return { png: new Uint8Array(bytes), width, height, left, base }
}
