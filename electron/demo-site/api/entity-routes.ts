import { z } from 'zod'
import { bodyFormats } from '../bodies'
import type { ContentKind, DemoContent } from '../world'
import { type Ask, type Context, isHidden } from './ask'
import {
  bad,
  listOf,
  most,
  mostSpaces,
  page,
  refuseIds,
  refuseValues,
  wrongType,
} from './listing-v2'
import { bodiesIn, isTooMuch } from './listed-bodies'
import {
  gatewayTimeout,
  json,
  notAllowed,
  nothingThere,
  refusedByGateway,
  refusedV2,
  type Reply,
} from './reply'
import { contentV2, userV2 } from './shapes-v2'
import { contentOrders, refuseSort, sorted } from './sort-v2'
import { listSpaces } from './space-list'

/** Everything under `/wiki/api/v2`; null where there is no such route. */
export function entityRoute(ask: Ask, context: Context): Reply | null {
  const { method, path } = ask
  const [kind = '', id, ...more] = path
  if (more.length > 0) return null
  const route = id === undefined ? collectionRoute(kind) : itemRoute(kind, id)
  if (route === null) return null
  return method === route.method ? route.answer(ask, context) : notAllowed(method, route.method)
}

type Route = {
  readonly method: 'GET' | 'POST'
  readonly answer: (ask: Ask, context: Context) => Reply
}

function collectionRoute(kind: string): Route | null {
  switch (kind) {
    case 'pages':
    case 'blogposts':
      return { method: 'GET', answer: (ask, context) => listContent(ask, context, kind) }
    case 'spaces':
      return { method: 'GET', answer: listSpaces }
    case 'users-bulk':
      return { method: 'POST', answer: usersBulk }
    default:
      return null
  }
}

const items = new Map<string, ContentKind>([
  ['pages', 'page'],
  ['blogposts', 'blogpost'],
  ['whiteboards', 'whiteboard'],
  ['databases', 'database'],
  ['folders', 'folder'],
  ['embeds', 'embed'],
  ['attachments', 'attachment'],
])

function itemRoute(collection: string, id: string): Route | null {
  if (collection === 'content' && id === 'convert-ids-to-types') {
    return { method: 'POST', answer: convertIds }
  }
  const kind = items.get(collection)
  if (kind === undefined) return null
  return { method: 'GET', answer: (_, context) => oneContent(context, kind, id) }
}

function oneContent({ world, has }: Context, kind: ContentKind, id: string): Reply {
  const form = kind === 'attachment' ? /^(att)?\d+$/ : /^\d+$/
  if (!form.test(id)) return wrongType(id, 'id', 'long')
  const content = world.content.get(id)
  return content?.kind === kind && !isHidden(content, has)
    ? json(contentV2(content, world))
    : refusedV2(404, 'NOT_FOUND', missing(kind, id))
}

/** A miss names the thing, as measured in August 2026; a rejected token does not. */
function missing(kind: ContentKind, id: string): string {
  if (kind === 'page') return `Cannot find a page with id [${id}]`
  return kind === 'blogpost'
    ? `Cannot find a blog post with id [${id}]`
    : `Content with id: [${id}] not found`
}

/** Two formats in one value are not refused, as measured: they are answered without a body. */
const refuseBodies = (query: URLSearchParams) =>
  refuseValues(
    'body-format',
    query.getAll('body-format').flatMap((value) => value.split(',')),
    bodyFormats,
  )

const listings = {
  pages: { kind: 'page', statuses: ['current', 'archived', 'deleted', 'trashed'] },
  blogposts: { kind: 'blogpost', statuses: ['current', 'deleted', 'trashed'] },
} as const

function listContent(ask: Ask, context: Context, listing: keyof typeof listings): Reply {
  const { query } = ask
  const { world } = context
  const { kind, statuses } = listings[listing]
  const listed = (name: string) => listOf(query, name, context)
  const [ids, spaceIds, status] = [listed('id'), listed('space-id'), listed('status')]
  const refused =
    refuseIds('id', ids) ??
    refuseIds('space-id', spaceIds, mostSpaces) ??
    refuseValues('status', status, statuses) ??
    refuseBodies(query) ??
    refuseSort(query, contentOrders)
  if (refused !== null) return refused
  if (isTooMuch(query, context)) return gatewayTimeout()
  const wanted = status.length > 0 ? status : ['current', 'archived']
  const title = query.get('title')?.toLowerCase() ?? null
  const fits = (content: DemoContent) =>
    content.kind === kind &&
    !isHidden(content, context.has) &&
    wanted.includes(content.status) &&
    (title === null || content.title.toLowerCase() === title) &&
    (spaceIds.length === 0 || spaceIds.includes(world.spaces.get(content.spaceKey)?.id ?? ''))
  const pool =
    ids.length > 0
      ? [...new Set(ids)].flatMap((id) => world.content.get(id) ?? [])
      : [...world.content.values()]
  const found = sorted(pool.filter(fits), query, contentOrders)
  const body = bodiesIn(query, context)
  return page(ask, context, found, (content) => ({
    ...contentV2(content, world),
    ...body(content),
  }))
}

const AccountIds = z.object({ accountIds: z.array(z.string()).min(1).max(most) })
const ContentIds = z.object({ contentIds: z.array(z.union([z.string(), z.number()])).max(100) })

function usersBulk({ body }: Ask, { world, origin, has }: Context): Reply {
  const refused = refuseUsersBulk(has)
  if (refused !== null) return refused
  const asked = AccountIds.safeParse(body)
  if (!asked.success) return bad(`'accountIds' takes 1 to ${most} account ids`)
  const found = [...new Set(asked.data.accountIds)].flatMap((id) => world.users.get(id) ?? [])
  return json({ results: found.map(userV2), _links: { base: `${origin}/wiki` } })
}

function refuseUsersBulk(has: Context['has']): Reply | null {
  if (has('users-bulk-404')) return nothingThere()
  if (has('users-bulk-401')) return refusedByGateway(401, 'Unauthorized')
  return has('users-bulk-403') ? refusedV2(403, 'FORBIDDEN', 'Not permitted to view users') : null
}

function convertIds({ body }: Ask, { world, has }: Context): Reply {
  const asked = ContentIds.safeParse(body)
  if (!asked.success) return bad("'contentIds' takes at most 100 ids")
  const types = asked.data.contentIds.map((id) => {
    const content = world.content.get(String(id))
    return [String(id), content === undefined || isHidden(content, has) ? null : content.kind]
  })
  return json({ results: Object.fromEntries(types) as Record<string, string | null> })
}
