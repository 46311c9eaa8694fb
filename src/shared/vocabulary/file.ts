import { z } from 'zod'
import type { Failure } from '../failure'
import { Word } from './word'

export const vocabularyFormat = 'relation-explorer/vocabulary@1'

export const mostWords = 2_000

/** A dictionary as a file, to keep or to give away. */
export const VocabularyFile = z.object({
  format: z.literal(vocabularyFormat),
  words: z.array(Word).max(mostWords),
})
export type VocabularyFile = z.infer<typeof VocabularyFile>

type ReadFile =
  | { readonly ok: true; readonly words: readonly Word[] }
  | { readonly ok: false; readonly failure: Failure }

/** Reads a file that a person chose; says what is wrong with one that is no dictionary. */
export function readVocabularyFile(text: string): ReadFile {
  const refuse = (sentence: string): ReadFile => ({
    ok: false,
    failure: {
      kind: 'unfit-file',
      sentence,
      next: 'Choose a file that was exported from the relation names of this program.',
    },
  })
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return refuse('This file is no JSON.')
  }
  const read = VocabularyFile.safeParse(value)
  if (read.success) return { ok: true, words: read.data.words }
  const place = read.error.issues[0]?.path.join('.') ?? ''
  return refuse(
    place === 'format' || place === ''
      ? 'This file is no list of relation names.'
      : `This list of relation names has a mistake at ${place}.`,
  )
}
