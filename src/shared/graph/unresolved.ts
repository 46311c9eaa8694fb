import { z } from 'zod'
import { NodeId } from './model'

/**
 * Something that a page names and that leads to no node. It is never called broken: what is hidden
 * from the person looks the same as what is gone.
 */
export const Unresolved = z.object({
  /** The page in which it is written. */
  source: NodeId,
  relation: z.string(),
  /** `KEY:Title`, `content:ID` or `space:KEY`. */
  names: z.string(),
  /**
   * `not-seen`: looked for, and nothing of the name can be seen. `ambiguous`: several have the
   * name. `not-checked`: outside of what was mapped, and not looked for.
   */
  state: z.enum(['not-seen', 'ambiguous', 'not-checked']),
  /** What a reader sees of the link. */
  words: z.string().optional(),
})
export type Unresolved = z.infer<typeof Unresolved>
