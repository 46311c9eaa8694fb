import { z } from 'zod'
import { EntityType } from '../graph'

export const LineStyle = z.enum(['solid', 'dashed', 'dotted'])
export type LineStyle = z.infer<typeof LineStyle>

/** One relation name of the dictionary, with all that Confluence cannot keep about it. */
export const Word = z.object({
  name: z.string().min(1).max(255),
  /** `#rrggbb`, used in both themes; left out, the program chooses by the order of names. */
  colour: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i)
    .optional(),
  line: LineStyle.optional(),
  /** Read from source to target, "blocks", and back, "is blocked by"; left out, the name itself. */
  forward: z.string().max(100).optional(),
  backward: z.string().max(100).optional(),
  /** Types that may stand at the ends; left out, any. */
  sources: z.array(EntityType).min(1).optional(),
  targets: z.array(EntityType).min(1).optional(),
  note: z.string().max(2_000).optional(),
})
export type Word = z.infer<typeof Word>
