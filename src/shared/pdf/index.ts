/** A scene as one page of PDF. Its library is large, so this room is loaded by who writes one. */
export type { FontFile, FontSource } from './font-source'
export type { Line } from './line'
export type { PaintedLine } from './painted-line'
export { type PdfOrder, toPdf } from './to-pdf'
