import createBidi from 'bidi-js'

const bidi = createBidi()
const rightToLeft =
  /[\p{sc=Hebrew}\p{sc=Arabic}\p{sc=Syriac}\p{sc=Thaana}\p{sc=Nko}\u200f\u202b\u202e\u2067]/u

/** Text that goes one way, its letters in the order in which they are read. */
export type VisualRun = { readonly text: string; readonly isBackward: boolean }

/** A text in pieces from left to right, as it is seen. */
export function visualRuns(text: string): readonly VisualRun[] {
  if (!rightToLeft.test(text)) return [{ text, isBackward: false }]
  // As browsers take a line of a picture, whatever it begins with.
  const levels = bidi.getEmbeddingLevels(text, 'ltr')
  const mirrored = bidi.getMirroredCharactersMap(text, levels.levels)
  const runs: { at: number[]; isBackward: boolean }[] = []
  for (const at of bidi.getReorderedIndices(text, levels)) {
    const isBackward = ((levels.levels[at] ?? 0) & 1) === 1
    const last = runs.at(-1)
    if (last?.isBackward === isBackward && last.at.at(-1) === at + (isBackward ? 1 : -1))
      last.at.push(at)
    else runs.push({ at: [at], isBackward })
  }
  return runs.map(({ at, isBackward }) => ({
    isBackward,
    text: at
      .toSorted((a, b) => a - b)
      .map((one) => mirrored.get(one) ?? text.charAt(one))
      .join(''),
  }))
}
