import { z } from 'zod'
import type { Mark, Markup } from './model'

/** Marks as a file or another thread holds them; whoever takes them back checks them by these. */

const text = z.string()
const Target: z.ZodType<Mark['target']> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('page'), title: text, space: text.exactOptional() }),
  z.object({
    kind: z.literal('blogpost'),
    title: text,
    space: text.exactOptional(),
    day: text.exactOptional(),
  }),
  z.object({ kind: z.literal('name'), text }),
  z.object({ kind: z.literal('content'), id: text }),
  z.object({ kind: z.literal('space'), key: text.min(1) }),
  z.object({ kind: z.literal('user'), id: text }),
  z.object({ kind: z.literal('relative'), word: z.enum(['self', 'home', 'parent']) }),
  z.object({
    kind: z.literal('none'),
    why: z.enum(['outside', 'own-page', 'empty', 'relative', 'jira']),
  }),
])

export const MarkShape: z.ZodType<Mark> = z.object({
  relation: z.enum(['link', 'includes', 'lists-children-of', 'mentions', 'uses-file-of']),
  target: Target,
  paired: Target.exactOptional(),
  sought: z.literal(true).exactOptional(),
  words: text.exactOptional(),
  anchor: text.exactOptional(),
})

export const MarkupShape: z.ZodType<Markup> = z.object({
  marks: z.array(MarkShape),
  torn: z.boolean(),
})
