import {
  beginText,
  concatTransformationMatrix,
  drawObject,
  endText,
  type PDFDocument,
  type PDFFont,
  type PDFName,
  type PDFOperator,
  type PDFPage,
  popGraphicsState,
  pushGraphicsState,
  setFontAndSize,
  setTextMatrix,
  setTextRenderingMode,
  showText,
  StandardFonts,
  TextRenderingMode,
} from '@cantoo/pdf-lib'
import { fontOf, rimOf } from '../../picture'
import { filling, stroking } from './pdf-pen'

export type Line = {
  readonly text: string
  readonly x: number
  /** Of the letters' base. */
  readonly y: number
  readonly size: number
  readonly bold: boolean
  readonly colour: string
  readonly isCentred: boolean
  /** Colour of the rim that keeps the letters readable over lines, or null. */
  readonly rim: string | null
}

/** Px of the picture of a line for one of the scene's. */
const sharpness = 4

/**
 * Writes lines of text. Letters that every reader of PDF has are text that can be searched. Others
 * (Cyrillic, Chinese, emoji and so on) would need a font of several megabytes in the file; the
 * browser has them, so it paints such a line, and the line stands in the file as a small picture.
 */
export async function createTexts(doc: PDFDocument, page: PDFPage) {
  const [plain, strong] = [
    await doc.embedFont(StandardFonts.Helvetica),
    await doc.embedFont(StandardFonts.HelveticaBold),
  ]
  const named = (font: PDFFont) => page.node.newFontDictionary(font.name, font.ref)
  const names = { plain: named(plain), strong: named(strong) }
  const letters = new Set(plain.getCharacterSet())
  const isCommon = (text: string): boolean => {
    for (const letter of text) if (!letters.has(letter.codePointAt(0) ?? 0)) return false
    return true
  }

  const written = (line: Line): PDFOperator[] => {
    const { text, size, bold, x, y, isCentred, rim, colour } = line
    const font = bold ? strong : plain
    const left = isCentred ? x - font.widthOfTextAtSize(text, size) / 2 : x
    const once = (mode: TextRenderingMode) => [
      beginText(),
      setFontAndSize(bold ? names.strong : names.plain, size),
      setTextRenderingMode(mode),
      // The page is upside down, so that its y goes downward; letters are not.
      setTextMatrix(1, 0, 0, -1, left, y),
      showText(font.encodeText(text)),
      endText(),
    ]
    return [
      ...(rim === null
        ? []
        : [
            ...stroking({ colour: rim, width: size / 4, line: 'solid' }),
            ...once(TextRenderingMode.Outline),
          ]),
      filling(colour),
      ...once(TextRenderingMode.Fill),
    ]
  }
  return async (line: Line): Promise<PDFOperator[]> =>
    isCommon(line.text) ? written(line) : painted(line, doc, page)
}

/** The line as the browser paints it, with its own fonts. */
async function painted(line: Line, doc: PDFDocument, page: PDFPage): Promise<PDFOperator[]> {
  const { text, size, bold, x, y, isCentred, rim, colour } = line
  const measuring = new OffscreenCanvas(1, 1).getContext('2d')
  if (measuring === null) return []
  measuring.font = fontOf(size, bold)
  const width = measuring.measureText(text).width + size / 2
  const height = size * 1.6
  const canvas = new OffscreenCanvas(Math.ceil(width * sharpness), Math.ceil(height * sharpness))
  const pen = canvas.getContext('2d')
  if (pen === null) return []
  pen.scale(sharpness, sharpness)
  pen.font = fontOf(size, bold)
  if (rim !== null) {
    pen.strokeStyle = rim
    pen.lineWidth = rimOf(size)
    pen.lineJoin = 'round'
    pen.strokeText(text, size / 4, size * 1.15)
  }
  pen.fillStyle = colour
  pen.fillText(text, size / 4, size * 1.15)
  const bytes = await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer()
  const image = await doc.embedPng(bytes)
  const name: PDFName = page.node.newXObject('Text', image.ref)
  const left = isCentred ? x - width / 2 : x - size / 4
  const top = y - size * 1.15
  return [
    pushGraphicsState(),
    concatTransformationMatrix(width, 0, 0, -height, left, top + height),
    drawObject(name),
    popGraphicsState(),
  ]
}
