const isAllowed = (code: number): boolean =>
  code === 0x9 ||
  code === 0xa ||
  code === 0xd ||
  (code >= 0x20 && code < 0x7f) ||
  (code >= 0xa0 && code < 0xd800) ||
  (code >= 0xe000 && code < 0xfffe) ||
  code >= 0x10000

/**
 * Text that every format can hold: control characters, which XML forbids and a spreadsheet or
 * terminal may obey, and halves of a pair become U+FFFD. Only JSON keeps a text to the letter.
 */
export function printable(text: string): string {
  let clean = ''
  for (const letter of text) clean += isAllowed(letter.codePointAt(0) ?? 0) ? letter : '\uFFFD'
  return clean
}

/** The same on one line. */
export const oneLine = (text: string): string =>
  printable(text)
    .replace(/[\s\u2028\u2029]+/g, ' ')
    .trim()
