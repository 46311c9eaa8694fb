import { z } from 'zod'
import { parsedBody } from './server-message'

/**
 * What a 404 is about. `thing`: its body names what is missing. `route`: nobody answers there (the
 * program of the site's own page, an empty body, JAX-RS's "null for uri"), which says nothing of
 * the thing. `unsaid`: v2's bare title, its answer to refused credentials too.
 * Sources: answers measured on Cloud in August and September 2026.
 */
export type Missing = 'thing' | 'route' | 'unsaid'

const bare = /^\s*(?:not found|404)?\s*$/i

const V2 = z.object({
  errors: z.array(z.object({ title: z.string().nullish(), detail: z.string().nullish() })).min(1),
})
const V1 = z.object({ statusCode: z.number(), message: z.string().nullish() })

export function missingIn(text: string): Missing {
  const body = parsedBody(text)
  const v2 = V2.safeParse(body)
  if (v2.success) {
    const words = v2.data.errors.flatMap(({ title, detail }) => [title ?? '', detail ?? ''])
    return words.every((word) => bare.test(word)) ? 'unsaid' : 'thing'
  }
  const v1 = V1.safeParse(body)
  if (!v1.success || /\bnull for uri\b/i.test(v1.data.message ?? '')) return 'route'
  return bare.test(v1.data.message ?? '') ? 'unsaid' : 'thing'
}
