import type { DemoRelation } from '../world'
import type { Ask, Context } from './ask'
import { expandedParts } from './relation-parameters'
import { json, type Reply } from './reply'
import { relationV1 } from './shapes-v1'

const defaultLimit = 25

/** The server's own limit, which it says in the answer. */
export const largestPage = ({ has }: Context): number =>
  has('limit-cap-10') ? 10 : has('limit-cap-25') ? 25 : 100

/** One page of a find, whose parameters were checked. */
export function relationPage(ask: Ask, context: Context, found: readonly DemoRelation[]): Reply {
  const { query } = ask
  const start = Number(query.get('start') ?? 0)
  const limit = Math.min(Number(query.get('limit') ?? defaultLimit), largestPage(context))
  const results = found.slice(start, start + limit)
  // With a limit of 0 a real server was seen to offer a next page for ever.
  const more = start + limit < found.length || limit === 0 || context.has('next-loops')
  const expanded = expandedParts(ask, context)
  return json({
    results: results.map((relation) =>
      relationV1(context.world, relation, expanded, context.origin),
    ),
    start,
    limit,
    size: results.length,
    _links: {
      base: `${context.origin}/wiki`,
      context: '/wiki',
      self: `${context.origin}/wiki${addressOf(ask)}`,
      ...(more &&
        !context.has('next-missing') && { next: next(ask, context, start + limit, limit) }),
      ...(start > 0 && { prev: turn(ask, Math.max(0, start - limit), limit) }),
    },
  })
}

const addressOf = ({ path }: Ask) => `/rest/api/relation/${path.map(encodeURIComponent).join('/')}`

/** Relative to `/wiki`, and without it. */
function turn(ask: Ask, start: number, limit: number): string {
  const query = new URLSearchParams(ask.query)
  query.delete('next')
  query.set('start', String(start))
  query.set('limit', String(limit))
  return `${addressOf(ask)}?next=true&${query.toString()}`
}

function next(ask: Ask, { has }: Context, start: number, limit: number): string {
  const relative = turn(ask, has('next-loops') ? Number(ask.query.get('start') ?? 0) : start, limit)
  if (has('next-absolute')) return `https://gateway.invalid/ex/confluence/1/wiki${relative}`
  return has('next-with-wiki') ? `/wiki${relative}` : relative
}
