import {
  appendBezierCurve,
  closePath,
  lineTo,
  moveTo,
  PDFName,
  type PDFOperator,
  type PDFPage,
  pushGraphicsState,
  setDashPattern,
  setFillingRgbColor,
  setGraphicsState,
  setLineWidth,
  setStrokingRgbColor,
} from '@cantoo/pdf-lib'
import { rgbOf } from '../export'
import { dashOf, type Path, type Stroke } from '../picture'

export const tracing = (path: Path): PDFOperator[] =>
  path.map((command) => {
    switch (command[0]) {
      case 'M':
        return moveTo(command[1], command[2])
      case 'L':
        return lineTo(command[1], command[2])
      case 'C':
        return appendBezierCurve(
          ...[command[1], command[2], command[3]],
          ...[command[4], command[5], command[6]],
        )
      case 'Z':
        return closePath()
    }
  })

const parts = (colour: string): [number, number, number] => {
  const { r, g, b } = rgbOf(colour)
  return [r / 255, g / 255, b / 255]
}

export const filling = (colour: string): PDFOperator => setFillingRgbColor(...parts(colour))

export const stroking = (one: Stroke): PDFOperator[] => [
  setStrokingRgbColor(...parts(one.colour)),
  setLineWidth(one.width),
  setDashPattern([...dashOf(one)], 0),
]

/** Gives what begins a part of the page that is seen through so far; each degree is named once. */
export function createOpacities(page: PDFPage): (fill: number, stroke?: number) => PDFOperator[] {
  const names = new Map<string, PDFName>()
  return (ca, CA = ca) => {
    const key = `${ca} ${CA}`
    const known =
      names.get(key) ??
      page.node.newExtGState(
        'Alpha',
        page.doc.context.obj({ Type: PDFName.of('ExtGState'), ca, CA }),
      )
    names.set(key, known)
    return [pushGraphicsState(), setGraphicsState(known)]
  }
}
