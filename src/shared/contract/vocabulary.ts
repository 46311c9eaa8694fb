import { z } from 'zod'
import { Word } from '../vocabulary'
import { WordsChange } from '../workspace'
import { failing } from './failing'

const onProfile = z.object({ profile: z.string() })

/** The dictionary of relation names, one a profile: Confluence keeps none. */
export const vocabularyContract = {
  read: failing.input(onProfile).output(z.array(Word)),
  /** Changes some of its words; the rest may be changed elsewhere meanwhile. */
  change: failing.input(onProfile.extend({ change: WordsChange })).output(z.null()),
}
