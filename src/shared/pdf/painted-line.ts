import {
  concatTransformationMatrix,
  drawObject,
  type PDFDocument,
  type PDFOperator,
  type PDFPage,
  popGraphicsState,
  pushGraphicsState,
} from '@cantoo/pdf-lib'
import type { Line } from './line'

/** A line as small pixels: a PNG, and where the line's beginning and base are in it, px of the scene. */
export type PaintedLine = {
  readonly png: Uint8Array
  readonly width: number
  readonly height: number
  readonly left: number
  readonly base: number
}

/** Puts a line that was painted elsewhere where it belongs. */
export async function placePainted(
  { x, y, isCentred }: Line,
  { png, width, height, left, base }: PaintedLine,
  { doc, page }: { readonly doc: PDFDocument; readonly page: PDFPage },
): Promise<PDFOperator[]> {
  const image = await doc.embedPng(png)
  const name = page.node.newXObject('Text', image.ref)
  const begin = isCentred ? x - width / 2 : x - left
  return [
    pushGraphicsState(),
    // The page is upside down, so that its y goes downward; pixels are not.
    concatTransformationMatrix(width, 0, 0, -height, begin, y - base + height),
    drawObject(name),
    popGraphicsState(),
  ]
}
