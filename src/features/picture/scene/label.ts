import type { Label } from './model'
import type { Box, Point } from '../path'

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

/** A label whose first line begins below a point. */
export function labelBelow(
  text: string,
  { x, y }: Point,
  { size, room, bold }: { size: number; room: number; bold: boolean },
): Label | null {
  const lines = wrapped(text, size, room)
  return lines.length === 0 ? null : { lines, size, bold, at: { x, y: y + size } }
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
