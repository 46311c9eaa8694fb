import {
  beginText,
  endText,
  type PDFDocument,
  PDFHexString,
  type PDFName,
  type PDFOperator,
  type PDFPage,
  type PDFRef,
  setFontAndSize,
  setTextMatrix,
  setTextRenderingMode,
  showText,
  TextRenderingMode,
} from '@cantoo/pdf-lib'

/** Letters of one font: a letter is one byte in the text, and 0 stands for none. */
const mostLetters = 255
/** Units of a font to the height of its letters. */
const em = 1_000

type UnseenFont = {
  readonly ref: PDFRef
  readonly name: PDFName
  readonly codes: Map<string, number>
}

type Where = {
  readonly left: number
  /** Of the letters' base. */
  readonly y: number
  readonly size: number
  readonly width: number
}

/**
 * Letters that are there to be searched and copied, and have no shape: what is seen there is drawn
 * otherwise. Their fonts say only which letter each byte stands for, so that any script can be written
 * without a font of it, as programs do that put text behind the picture of a page.
 */
export function createUnseenText(doc: PDFDocument, page: PDFPage) {
  const fonts: UnseenFont[] = []
  const fontFor = (letter: string): UnseenFont => {
    const known = fonts.find(({ codes }) => codes.has(letter) || codes.size < mostLetters)
    if (known !== undefined) return known
    const ref = doc.context.nextRef()
    const made = { ref, name: page.node.newFontDictionary('Unseen', ref), codes: new Map() }
    fonts.push(made)
    return made
  }
  const codeIn = ({ codes }: UnseenFont, letter: string): number => {
    const code = codes.get(letter) ?? codes.size + 1
    codes.set(letter, code)
    return code
  }
  return {
    /** A text over a part of a line, one letter beside the other, each as wide as the others. */
    write: (text: string, { left, y, size, width }: Where): PDFOperator[] => {
      const letters = Array.from(text)
      const stretched = width / Math.max(1, letters.length) / size
      return [
        beginText(),
        setTextRenderingMode(TextRenderingMode.Invisible),
        // The page is upside down, so that its y goes downward; letters are not.
        setTextMatrix(stretched, 0, 0, -1, left, y),
        ...runsOf(letters.map((letter) => ({ letter, font: fontFor(letter) }))).flatMap(
          ({ font, run }) => [
            setFontAndSize(font.name, size),
            showText(PDFHexString.of(run.map((letter) => byteOf(codeIn(font, letter))).join(''))),
          ],
        ),
        endText(),
      ]
    },
    /** Writes the fonts, once all letters are known. */
    finish: (): void => {
      for (const font of fonts) writeFont(doc, font)
    },
  }
}

const byteOf = (code: number): string => code.toString(16).padStart(2, '0')

type Lettered = { readonly letter: string; readonly font: UnseenFont }

/** Letters of one font, as long as they follow each other. */
function runsOf(letters: readonly Lettered[]) {
  const runs: { font: UnseenFont; run: string[] }[] = []
  for (const { letter, font } of letters) {
    const last = runs.at(-1)
    if (last?.font === font) last.run.push(letter)
    else runs.push({ font, run: [letter] })
  }
  return runs
}

function writeFont({ context }: PDFDocument, { ref, codes }: UnseenFont): void {
  const nothing = context.register(context.stream(`${em} 0 d0`))
  const names = [...codes.values()].map((code) => `a${code}`)
  const map = context.register(context.flateStream(unicodeMap(codes)))
  context.assign(
    ref,
    context.obj({
      ...{ Type: 'Font', Subtype: 'Type3', FontBBox: [0, 0, em, em] },
      FontMatrix: [1 / em, 0, 0, 1 / em, 0, 0],
      CharProcs: Object.fromEntries(names.map((name) => [name, nothing])),
      Encoding: { Type: 'Encoding', Differences: [1, ...names] },
      ...{ FirstChar: 1, LastChar: codes.size, Widths: names.map(() => em) },
      ...{ ToUnicode: map, Resources: {} },
    }),
  )
}

/** Which letter each byte stands for, in the language that PDF has for it (ISO 32000, 9.10.3). */
function unicodeMap(codes: ReadonlyMap<string, number>): string {
  const lines = [...codes].map(([letter, code]) => `<${byteOf(code)}> <${utf16(letter)}>`)
  const blocks: string[] = []
  // No block may be longer.
  for (let at = 0; at < lines.length; at += 100) {
    const block = lines.slice(at, at + 100)
    blocks.push(`${block.length} beginbfchar`, ...block, 'endbfchar')
  }
  return [
    '/CIDInit /ProcSet findresource begin',
    ...['12 dict begin', 'begincmap'],
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    ...['/CMapName /Adobe-Identity-UCS def', '/CMapType 2 def'],
    ...['1 begincodespacerange', '<00> <ff>', 'endcodespacerange'],
    ...blocks,
    ...['endcmap', 'CMapName currentdict /CMap defineresource pop', 'end', 'end'],
  ].join('\n')
}

function utf16(letter: string): string {
  let hex = ''
  for (let at = 0; at < letter.length; at += 1)
    hex += letter.charCodeAt(at).toString(16).padStart(4, '0')
  return hex
}
