import { z } from 'zod'
import type { Fact } from '@shared/site-check'

const Listed = z.object({
  results: z.array(z.unknown()),
  limit: z.number().optional().catch(undefined),
  start: z.number().optional().catch(undefined),
  _links: z
    .looseObject({ next: z.string().optional().catch(undefined) })
    .optional()
    .catch(undefined),
})

/** The items of a list; none where it is no list. */
export const resultsOf = (body: unknown): readonly unknown[] => {
  const read = Listed.safeParse(body)
  return read.success ? read.data.results : []
}

const WithId = z.looseObject({ id: z.union([z.string(), z.number()]) })

/** The ids of a list's items, as text. */
export const idsOf = (body: unknown): string[] =>
  resultsOf(body).flatMap((item) => {
    const read = WithId.safeParse(item)
    return read.success ? [String(read.data.id)] : []
  })

/** How many came, the page size that the server went by, and how it names the next page. */
export function listFacts(body: unknown): Readonly<Record<string, Fact>> {
  const read = Listed.safeParse(body)
  if (!read.success) return { results: null }
  const { results, limit, _links } = read.data
  return {
    results: results.length,
    ...(limit !== undefined && { limit }),
    next: nextWord(_links?.next),
  }
}

function nextWord(next: string | undefined): string {
  if (next === undefined) return 'none'
  if (/^https?:/i.test(next)) return 'absolute'
  return next.startsWith('/wiki/') ? 'with-wiki' : 'context'
}

const Ends = z.looseObject({ source: z.unknown(), target: z.unknown() })

/** The same of a find; whether each result holds both ends. */
export function findFacts(body: unknown): Readonly<Record<string, Fact>> {
  const results = resultsOf(body)
  if (results.length === 0) return listFacts(body)
  const whole = results.every((item) => {
    const read = Ends.safeParse(item)
    return read.success && isThing(read.data.source) && isThing(read.data.target)
  })
  return { ...listFacts(body), 'both-ends': whole }
}

const isThing = (value: unknown): boolean => typeof value === 'object' && value !== null

const Value = z.object({ value: z.string() })
const Bodied = z.looseObject({
  id: z.union([z.string(), z.number()]),
  body: z
    .looseObject({
      storage: Value.optional().catch(undefined),
      atlas_doc_format: Value.optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
})

/** The bodies of listed pages in one format, by the page's id; empty ones are left out. */
export function bodiesOf(
  body: unknown,
  format: 'storage' | 'atlas_doc_format',
): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const item of resultsOf(body)) {
    const read = Bodied.safeParse(item)
    const value = read.success ? read.data.body?.[format]?.value : undefined
    if (read.success && value !== undefined && value !== '') found.set(String(read.data.id), value)
  }
  return found
}
