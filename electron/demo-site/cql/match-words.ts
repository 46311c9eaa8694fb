const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** The words of a text as the index has them: without case, accents and signs. */
export const indexWords = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? []

/**
 * Word match as the index does it: every word must be there, and a last `*` lets one be only the
 * beginning; `areOpen` lets all of them. Text without any word matches nothing.
 */
export function matchesWords(there: readonly string[], wanted: string, areOpen = false): boolean {
  const asked = wanted.split(/\s+/).flatMap((part) => {
    const words = indexWords(part)
    return words.map((word, at) => ({
      word,
      isOpen: areOpen || (part.endsWith('*') && at === words.length - 1),
    }))
  })
  return (
    asked.length > 0 &&
    asked.every(({ word, isOpen }) =>
      there.some((one) => (isOpen ? one.startsWith(word) : one === word)),
    )
  )
}
