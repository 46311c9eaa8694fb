import { rimOf } from '@shared/picture'
import { type Pen, setStroke } from './paint-node'

type Ink = { readonly size: number; readonly paper: string; readonly ink: string }

/** Writes letters in a rim of paper, so that they are read over lines and hide little of a node. */
export function writeRimmed(
  pen: Pen,
  text: string,
  { x, y }: { x: number; y: number },
  { size, paper, ink }: Ink,
): void {
  pen.lineJoin = 'round'
  setStroke(pen, { colour: paper, width: rimOf(size), line: 'solid' })
  pen.strokeText(text, x, y)
  pen.fillStyle = ink
  pen.fillText(text, x, y)
  pen.lineJoin = 'miter'
}
