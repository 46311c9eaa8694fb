import { z } from 'zod'

export const siteReportFormat = 'relation-explorer/site-check@1'

/** No check makes more HTTP calls than this, retries included. */
export const mostCalls = 80

/** A word of our own; nothing that a site sent can pass for one. */
const Word = z.string().regex(/^[a-z0-9][a-z0-9-]{0,40}$/)

/** What was read off an answer: counts, yes or no, a word of ours; null where it did not tell. */
export const Fact = z.union([z.number(), z.boolean(), Word, z.null()])
export type Fact = z.infer<typeof Fact>

/** One call: what it was about, how it was answered, and what is in the answer, without values. */
export const CheckAnswer = z.object({
  /** The question, in a word: `link-out`, `empty-find`. */
  id: Word,
  /** Null where no answer came. */
  status: z.number().int().nullable(),
  ms: z.number().int(),
  bytes: z.number().int(),
  /** `json`, `html`, `xml`, `text`, `none`. */
  body: Word,
  /** Paths and types of a JSON body: `results[].source.id: string`. Names of members alone. */
  shape: z.array(z.string().max(200)).max(150),
  facts: z.record(Word, Fact),
})
export type CheckAnswer = z.infer<typeof CheckAnswer>

export const Working = z.enum(['works', 'refused', 'unknown'])
export type Working = z.infer<typeof Working>

/** What the program remembers of a site, and goes by from then on. */
export const Learnt = z.object({
  at: z.iso.datetime(),
  /** Results that a find gives at most, however many are asked for. */
  findLimit: z.number().int().min(1).nullable(),
  /** Pages with bodies that one call may be asked for. */
  bodyLimit: z.number().int().min(1).nullable(),
  bodyFormat: z.enum(['storage', 'atlas_doc_format']).nullable(),
  /** Whether the undocumented page links answer. */
  link: Working,
  /** Whether relations of a name of one's own can be made and found. */
  customNames: Working,
})
export type Learnt = z.infer<typeof Learnt>

/** An assumption of this program, and what the site showed. */
export const Judged = z.object({
  id: Word,
  assumed: z.string(),
  verdict: z.enum(['as-assumed', 'differs', 'unknown']),
  seen: z.string(),
})
export type Judged = z.infer<typeof Judged>

/**
 * What a check of a site found. It holds no title, name, id, host or token: only shapes, counts,
 * statuses and times. `resources/site-check.schema.json` says the same for other programs.
 */
export const SiteReport = z.object({
  format: z.literal(siteReportFormat),
  version: z.string(),
  at: z.iso.datetime(),
  signIn: z.enum(['token', 'scoped-token', 'oauth']),
  /** Whether it also created and deleted a relation. */
  wrote: z.boolean(),
  /** Whether what was created is gone again; null where nothing was. */
  cleanedUp: z.boolean().nullable(),
  calls: z.number().int(),
  /** Whether all was asked; false where it was stopped, or ran out of calls. */
  complete: z.boolean(),
  answers: z.array(CheckAnswer),
  /** Headers about limits that were seen, each with at most a few of its values. */
  limits: z.array(z.object({ header: z.string(), values: z.array(z.string()) })),
  judged: z.array(Judged),
  learnt: Learnt,
})
export type SiteReport = z.infer<typeof SiteReport>

export const CheckEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('asked'), calls: z.number().int(), of: z.number().int() }),
  z.object({ kind: z.literal('report'), report: SiteReport }),
])
export type CheckEvent = z.infer<typeof CheckEvent>
