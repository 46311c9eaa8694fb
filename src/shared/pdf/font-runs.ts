import type { PDFDocument, PDFFont, PDFName, PDFPage } from '@cantoo/pdf-lib'
import type { FontFile, FontSource } from './font-source'
import { visualRuns } from './visual-runs'

/** A font in the file, and what the page calls it. */
export type NamedFont = { readonly font: PDFFont; readonly name: PDFName }

/** Letters of one font, in the order in which they are read; null where no font has them. */
export type FontRun = { readonly text: string; readonly named: NamedFont | null }

/** Letters that belong to the one before, or are seen by nobody: they ask for no font. */
const joined = /^[\p{M}\p{Cf}\p{Variation_Selector}]$/u

/** Chooses fonts for lines, and takes from each font into the file what is used of it. */
export function createFontRuns(doc: PDFDocument, page: PDFPage, { fontkit, find }: FontSource) {
  doc.registerFontkit(fontkit)
  const fonts = new Map<string, Promise<NamedFont>>()
  const embed = async ({ bytes, postscriptName }: FontFile): Promise<NamedFont> => {
    const more = postscriptName === undefined ? {} : { postscriptName }
    const font = await doc.embedFont(bytes, { subset: true, ...more })
    return { font, name: page.node.newFontDictionary(font.name, font.ref) }
  }
  const named = (file: FontFile | null): Promise<NamedFont> | null => {
    if (file === null) return null
    const known = fonts.get(file.key) ?? embed(file)
    fonts.set(file.key, known)
    return known
  }
  const oneByOne = async (text: string, bold: boolean): Promise<FontRun[]> => {
    const runs: FontRun[] = []
    for (const letter of text) {
      const last = runs.at(-1)
      const isJoined = last !== undefined && joined.test(letter)
      const own = isJoined
        ? last.named
        : await named(await find([letter.codePointAt(0) ?? 0], bold))
      if (last !== undefined && last.named === own) {
        runs[runs.length - 1] = { text: last.text + letter, named: own }
      } else runs.push({ text: letter, named: own })
    }
    return runs
  }
  /** From left to right. A line that one font has whole is written in that one. */
  return async (line: string, bold: boolean): Promise<readonly FontRun[]> => {
    const letters = Array.from(line, (letter) => (joined.test(letter) ? [] : [letter])).flat()
    const whole = await named(
      await find(
        letters.map((one) => one.codePointAt(0) ?? 0),
        bold,
      ),
    )
    const runs = await Promise.all(
      visualRuns(line).map(async ({ text, isBackward }) => {
        if (whole !== null) return [{ text, named: whole }]
        const some = await oneByOne(text, bold)
        return isBackward ? some.toReversed() : some
      }),
    )
    return runs.flat()
  }
}
