import { createPainter, type Painter, type Pen, type Scene } from '../../picture'
import { createPngFile, type Depth } from './png-file'

export type PngOrder = {
  readonly scene: Scene
  readonly width: number
  readonly height: number
  /** Px of the picture for one of the scene's. */
  readonly scale: number
  readonly transparent: boolean
}

/** Of a canvas that is painted at once; wide ones are slow without a graphics card. */
const tileWidth = 2048
/** Bytes of the rows that are held at a time. */
const bandBytes = 24_000_000

/** Something was to be painted and nothing came of it: better no file than an empty one. */
export class BlankPicture extends Error {}

/**
 * Paints a picture band by band and writes each away before the next. Every tile that has
 * something in it is looked at: a browser that has run out of memory gives blanks and no error.
 */
export async function paintPng(order: PngOrder, onPart: (share: number) => void): Promise<Blob> {
  const { scene, width, height, transparent } = order
  const depth: Depth = transparent ? 4 : 3
  const painter = createPainter(scene)
  const file = createPngFile(width, height, depth)
  const rows = Math.max(16, Math.min(512, height, Math.floor(bandBytes / (width * 4))))
  const canvas = new OffscreenCanvas(Math.min(tileWidth, width), rows)
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  if (pen === null) throw new BlankPicture()
  const paper = transparent ? 0 : wordOf(scene.paper)
  let marked = 0
  for (let top = 0; top < height; top += rows) {
    const count = Math.min(rows, height - top)
    const band = new Uint8Array(width * count * depth)
    for (let left = 0; left < width; left += tileWidth) {
      const tile = { left, top, width: Math.min(tileWidth, width - left), height: count }
      const painted = paintTile(pen, painter, order, tile)
      const { things, pixels } = painted
      const differing = copy(pixels, tile.width, band, { left, width, depth, paper })
      if (things > 0) marked += differing
    }
    await file.write(band)
    onPart((top + count) / height)
  }
  if (marked === 0) throw new BlankPicture()
  return file.end()
}

type Tile = {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

function paintTile(
  pen: Pen,
  painter: Painter,
  { scene, scale, transparent }: PngOrder,
  tile: Tile,
) {
  pen.setTransform(1, 0, 0, 1, 0, 0)
  pen.clearRect(0, 0, tile.width, tile.height)
  if (!transparent) {
    pen.globalAlpha = 1
    pen.fillStyle = scene.paper
    pen.fillRect(0, 0, tile.width, tile.height)
  }
  const things = painter.paint(pen, {
    x: scene.box.x + tile.left / scale,
    y: scene.box.y + tile.top / scale,
    width: tile.width / scale,
    height: tile.height / scale,
    scale,
  })
  return { things, pixels: pen.getImageData(0, 0, tile.width, tile.height).data }
}

type Into = {
  readonly left: number
  readonly width: number
  readonly depth: Depth
  readonly paper: number
}

/** A colour as a canvas keeps it: bytes stand red first on every machine that runs a browser. */
const wordOf = (colour: string): number => {
  const value = Number.parseInt(colour.slice(1), 16)
  return ((255 << 24) | ((value & 255) << 16) | (value & 0xff00) | (value >> 16)) >>> 0
}

/** Copies a tile into its band; gives how many of its pixels are not paper. */
function copy(
  pixels: Uint8ClampedArray,
  tile: number,
  band: Uint8Array,
  { left, width, depth, paper }: Into,
): number {
  const words = new Uint32Array(pixels.buffer)
  let differing = 0
  let from = 0
  for (let row = 0; from < words.length; row += 1) {
    let to = (row * width + left) * depth
    for (const end = from + tile; from < end; from += 1) {
      const word = words[from] ?? 0
      if (word !== paper) differing += 1
      band[to] = word
      band[to + 1] = word >>> 8
      band[to + 2] = word >>> 16
      if (depth === 4) band[to + 3] = word >>> 24
      to += depth
    }
  }
  return differing
}
