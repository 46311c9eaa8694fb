/** Only letters without marks: as it is but for its case, which is many times faster to see to. */
const isPlain = /^[\x20-\x7e]*$/

/** Text as it is compared with what is typed: no marks, no case. */
export const plainText = (text: string): string =>
  isPlain.test(text)
    ? text.toLowerCase()
    : text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
