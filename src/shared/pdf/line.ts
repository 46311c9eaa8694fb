import type { PDFOperator } from '@cantoo/pdf-lib'

/** A line of text and where it stands on the page. */
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

/** Writes lines, each into what draws it. */
export type WriteLine = (line: Line) => Promise<readonly PDFOperator[]>
