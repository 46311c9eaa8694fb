import type { PDFDocument } from '@cantoo/pdf-lib'

/** A font file of this machine, and of several fonts in one file, which. */
export type FontFile = {
  readonly key: string
  readonly bytes: Uint8Array
  readonly postscriptName?: string
}

/** Where letters come from that are not in the fonts that every reader of PDF has. */
export type FontSource = {
  /** What reads font files; it is large, so who has fonts brings it along. */
  readonly fontkit: Parameters<PDFDocument['registerFontkit']>[0]
  /** A font that has all of these letters, or null. */
  readonly find: (letters: readonly number[], bold: boolean) => Promise<FontFile | null>
}
