import { z } from 'zod'
import { Word } from '../vocabulary'
import { failing } from './failing'

const onProfile = z.object({ profile: z.string() })

/** The dictionary of relation names, one a profile: Confluence keeps none. */
export const vocabularyContract = {
  read: failing.input(onProfile).output(z.array(Word)),
  /** Replaces the whole dictionary. */
  write: failing.input(onProfile.extend({ words: z.array(Word).max(2_000) })).output(z.null()),
}
