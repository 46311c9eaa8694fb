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
import type { createUnseenText } from './unseen-text'

/** A line as small pixels: a PNG, and where the line's beginning and base are in it, px of the scene. */
export type PaintedLine = {
  readonly png: Uint8Array
  readonly width: number
  readonly height: number
  readonly left: number
  readonly base: number
}

type Onto = {
  readonly doc: PDFDocument
  readonly page: PDFPage
  readonly unseen: Pick<ReturnType<typeof createUnseenText>, 'write'>
}

/** Puts a line that was painted elsewhere where it belongs, with its letters for who searches them. */
export async function placePainted(
  { text, x, y, size, isCentred }: Line,
  { png, width, height, left, base }: PaintedLine,
  { doc, page, unseen }: Onto,
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
    ...unseen.write(text, { left: begin + left, y, size, width: width - 2 * left }),
  ]
}
