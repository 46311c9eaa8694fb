import {
  beginText,
  endText,
  fill,
  type PDFDocument,
  type PDFOperator,
  type PDFPage,
  rectangle,
  setFontAndSize,
  setTextMatrix,
  setTextRenderingMode,
  showText,
  StandardFonts,
  TextRenderingMode,
} from '@cantoo/pdf-lib'
import { rimOf } from '../picture'
import { createFontRuns, type FontRun } from './font-runs'
import type { FontSource } from './font-source'
import type { Line, WriteLine } from './line'
import { type PaintedLine, placePainted } from './painted-line'
import { filling, stroking } from './pdf-pen'
import { createUnseenText } from './unseen-text'

/**
 * How lines are written that have letters which not every reader of PDF has (Cyrillic, Chinese, emoji
 * and so on): a page has such letters in its browser, which can paint them; without a page, the fonts
 * of the machine can be read.
 */
export type OtherLetters =
  | { readonly by: 'painting'; readonly paint: (line: Line) => Promise<PaintedLine | null> }
  | ({ readonly by: 'fonts' } & FontSource)

type Unseen = Pick<ReturnType<typeof createUnseenText>, 'write'>

/** How wide a box is that stands for a letter which no font has, in parts of the letters' height. */
const boxWidth = 0.6

/** Writes lines of text, as text that can be searched wherever there is a font. */
export async function createTexts(doc: PDFDocument, page: PDFPage, other: OtherLetters) {
  const [plain, strong] = await Promise.all(
    [StandardFonts.Helvetica, StandardFonts.HelveticaBold].map(async (face) => {
      const font = await doc.embedFont(face)
      return { font, name: page.node.newFontDictionary(font.name, font.ref) }
    }),
  )
  const common = new Set(plain?.font.getCharacterSet())
  const isCommon = (text: string): boolean => {
    for (const letter of text) if (!common.has(letter.codePointAt(0) ?? 0)) return false
    return true
  }
  const lacking = new Set<string>()
  const unseen = createUnseenText(doc, page)
  const others = otherWriter({ doc, page, unseen }, other, lacking)
  const write: WriteLine = async (line) =>
    isCommon(line.text)
      ? written(line, [{ text: line.text, named: (line.bold ? strong : plain) ?? null }], unseen)
      : others(line)
  return { write, lacking: (): number => lacking.size, finish: unseen.finish }
}

type Onto = {
  readonly doc: PDFDocument
  readonly page: PDFPage
  readonly unseen: Unseen
}

function otherWriter(
  { doc, page, unseen }: Onto,
  other: OtherLetters,
  lacking: Set<string>,
): WriteLine {
  if (other.by === 'painting') {
    return async (line) => {
      const painted = await other.paint(line)
      return painted === null ? [] : placePainted(line, painted, { doc, page, unseen })
    }
  }
  const runsOf = createFontRuns(doc, page, other)
  return async (line) => {
    const runs = await runsOf(line.text, line.bold)
    if (runs.some(({ named }) => named === null)) lacking.add(line.text)
    return written(line, runs, unseen)
  }
}

/** The runs of a line, one beside the other. */
function written(line: Line, runs: readonly FontRun[], unseen: Unseen): PDFOperator[] {
  const { size, x, y, isCentred, rim, colour } = line
  const widths = runs.map((run) => widthOf(run, size))
  const width = widths.reduce((sum, one) => sum + one, 0)
  const once = (mode: TextRenderingMode): PDFOperator[] => {
    let left = isCentred ? x - width / 2 : x
    return runs.flatMap((run, at) => {
      const width = widths[at] ?? 0
      const drawn = drawnRun(run, { left, y, size, width, mode }, unseen)
      left += width
      return drawn
    })
  }
  return [
    ...(rim === null
      ? []
      : [
          ...stroking({ colour: rim, width: rimOf(size), line: 'solid' }),
          ...once(TextRenderingMode.Outline),
        ]),
    filling(colour),
    ...once(TextRenderingMode.Fill),
  ]
}

const widthOf = ({ text, named }: FontRun, size: number): number =>
  named === null
    ? Array.from(text).length * boxWidth * size
    : named.font.widthOfTextAtSize(text, size)

type Spot = {
  readonly left: number
  readonly y: number
  readonly size: number
  readonly width: number
  readonly mode: TextRenderingMode
}

function drawnRun({ text, named }: FontRun, spot: Spot, unseen: Unseen): PDFOperator[] {
  const { left, y, size, mode } = spot
  if (named === null) {
    return mode === TextRenderingMode.Fill
      ? [...boxes(text, spot), ...unseen.write(text, spot)]
      : []
  }
  return [
    beginText(),
    setFontAndSize(named.name, size),
    setTextRenderingMode(mode),
    // The page is upside down, so that its y goes downward; letters are not.
    setTextMatrix(1, 0, 0, -1, left, y),
    showText(named.font.encodeText(text)),
    endText(),
  ]
}

/** A box for each letter that no font has. */
const boxes = (text: string, { left, y, size }: Pick<Spot, 'left' | 'y' | 'size'>): PDFOperator[] =>
  Array.from(text, (_, at) => {
    const [begin, width] = [left + (at + 0.1) * boxWidth * size, boxWidth * size * 0.8]
    return [rectangle(begin, y - size * 0.7, width, size * 0.7), fill()]
  }).flat()
