import { deburr } from 'es-toolkit/string'

/** Nothing to fold but case: most titles, and many times faster to see to. */
const isPlain = /^[\x20-\x7e]*$/

/**
 * Text as people type it, to be compared with what they typed: no case, no marks, and the plain
 * letters that stand for ł, ø, ß, đ or æ. Quotes, hyphens and spaces are those of a keyboard;
 * what cannot be seen is left out.
 */
export const foldText = (text: string): string =>
  isPlain.test(text) ? text.toLowerCase() : foldLetters(text)

const foldLetters = (text: string): string =>
  deburr(text.normalize('NFKD').toLowerCase())
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(/[‘’ʼʹ′]/g, "'")
    .replace(/[“”„«»″]/g, '"')
    .replace(/[\p{Pd}−]/gu, '-')
    .replace(/\s/g, ' ')

/** Whether a text holds what was typed, as a whole; every text holds nothing typed. */
export function holding(typed: string): (text: string) => boolean {
  const wanted = foldText(typed.trim())
  return (text) => foldText(text).includes(wanted)
}

/** Whether a text holds each word that was typed, in any order. */
export function holdingWords(typed: string): (text: string) => boolean {
  const words = foldText(typed).split(/\s+/).filter(Boolean)
  if (words.length === 0) return () => true
  return (text) => {
    const hay = foldText(text)
    return words.every((word) => hay.includes(word))
  }
}
