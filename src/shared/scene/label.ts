import type { Label } from './model'
import { type Box, labelBoxOf, type LabelSide, type Size } from '../picture'

/** Widths in parts of the letters' height: no writer has the fonts of all the others. */
const wide = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{Extended_Pictographic}]/u
const narrow = /[ ijlftrI.,:;'|!()[\]]/

const widthOf = (letter: string): number =>
  wide.test(letter)
    ? 1.05
    : narrow.test(letter)
      ? 0.32
      : /\p{Lu}|[mwMW@%]/u.test(letter)
        ? 0.7
        : 0.56

export function textWidth(text: string, size: number): number {
  let width = 0
  for (const letter of text) width += widthOf(letter)
  return width * size
}

const mostLines = 3

/** Breaks a text at spaces, and a word that is too long anywhere; what does not fit ends in “…”. */
export function wrapped(text: string, size: number, room: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ').flatMap((one) => pieces(one, size, room))) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line === '' || textWidth(longer, size) <= room) line = longer
    else {
      lines.push(line)
      line = word
    }
  }
  if (line !== '') lines.push(line)
  if (lines.length <= mostLines) return lines
  return [...lines.slice(0, mostLines - 1), `${lines[mostLines - 1] ?? ''}…`]
}

function pieces(word: string, size: number, room: number): string[] {
  if (textWidth(word, size) <= room) return [word]
  const all: string[] = []
  let piece = ''
  for (const letter of word) {
    if (piece !== '' && textWidth(piece + letter, size) > room) {
      all.push(piece)
      piece = ''
    }
    piece += letter
  }
  return [...all, piece]
}

export const lineHeight = 1.2

/**
 * Letters and room of a label on the screen, px; zoomed in further than `closest`, labels grow with
 * the picture.
 */
export const onScreen = { size: 12, room: 130, closest: 1.15 } as const

const sizes = new Map<string, Size>()
/** So many sizes are remembered: a title is measured at each frame that it may be seen in. */
const remembered = 20_000

/** Letters of some fonts are wider than they are taken for here, by up to so much. */
const doubt = 1.12

/**
 * How much of the screen a label takes, px; a little more rather than less, also in lines: a canvas
 * breaks a text by the letters it has, one line later or earlier.
 */
export function labelSize(text: string): Size {
  const known = sizes.get(text)
  if (known !== undefined) return known
  const { size, room } = onScreen
  const lines = wrapped(text, size, room / doubt)
  const width = Math.max(0, ...lines.map((line) => textWidth(line, size))) * 1.15 + 6
  const made = { width, height: lines.length * size * lineHeight + 2 }
  if (sizes.size >= remembered) sizes.clear()
  sizes.set(text, made)
  return made
}

type Worn = { size: number; room: number; bold: boolean; gap: number }

/** A label on a side of what it names. */
export function labelBeside(
  text: string,
  { x, y, width, height }: Box,
  side: LabelSide,
  { size, room, bold, gap }: Worn,
): Label | null {
  const lines = wrapped(text, size, room)
  if (lines.length === 0) return null
  const label = {
    width: Math.max(...lines.map((line) => textWidth(line, size))),
    height: lines.length * size * lineHeight,
  }
  const box = labelBoxOf({ x, y, node: { width, height }, label, gap }, side)
  return { lines, size, bold, at: { x: (box.x1 + box.x2) / 2, y: box.y1 + size } }
}

/** Where a label may be, a little more rather than less. */
export function labelBox({ lines, size, at }: Label): Box {
  const width = Math.max(...lines.map((line) => textWidth(line, size))) * 1.15
  return {
    x: at.x - width / 2,
    y: at.y - size,
    width,
    height: size * lineHeight * lines.length + size * 0.3,
  }
}
