/** In widths of a Western letter; one of China, Japan or Korea is two wide. */
const longest = 56
const wide = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{Extended_Pictographic}]/u
/** Letters without a space that fit on a line under a node. */
const lineful = 16

/** A title that fits under a node on two lines or three; the whole one is in the details. */
export function shortTitle(title: string, most = longest): string {
  if (title.length * 2 <= most) return title
  let width = 0
  let kept = ''
  let fitting = ''
  for (const letter of title) {
    width += wide.test(letter) ? 2 : 1
    if (width > most) return `${fitting.trimEnd()}…`
    kept += letter
    if (width < most) fitting = kept
  }
  return kept
}

/**
 * The same text with places to break it that cannot be seen: between letters that need no spaces,
 * and in words that are longer than a line.
 */
export const breakable = (text: string): string =>
  text
    .replace(new RegExp(`(${wide.source})(?=${wide.source})`, 'gu'), '$1\u200b')
    .replace(new RegExp(`[^\\s\u200b]{${lineful}}(?=[^\\s\u200b]{2})`, 'gu'), '$&\u200b')
