import { z } from 'zod'
import type { ContentKind, DemoContent } from '../world'
import { type Ask, type Context, isHidden } from './ask'
import { json, notAllowed, refusedV2, type Reply } from './reply'
import { contentV2, spaceV2, userV2 } from './shapes-v2'

/** Most ids, keys or results that one call takes or gives. */
const most = 250
const bad = (title: string) => refusedV2(400, 'INVALID_REQUEST_PARAMETER', title)
const wrongType = (value: string, name: string, type: string) =>
  bad(`Provided value {${value}} for '${name}' is not the correct type. Expected type is ${type}`)

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
  if (!/^\d+$/.test(id)) return wrongType(id, 'id', 'long')
  const content = world.content.get(id)
  return content?.kind === kind && !isHidden(content, has)
    ? json(contentV2(content, world))
    : refusedV2(404, 'NOT_FOUND', 'Not Found')
}

/** A list in a query comes as `a,b`, as `name=a&name=b`, or both. */
const listOf = (query: URLSearchParams, name: string): string[] =>
  query
    .getAll(name)
    .flatMap((value) => value.split(','))
    .filter((value) => value !== '')

const listings = {
  pages: { kind: 'page', statuses: ['current', 'archived', 'deleted', 'trashed'] },
  blogposts: { kind: 'blogpost', statuses: ['current', 'deleted', 'trashed'] },
} as const

function listContent(ask: Ask, context: Context, listing: keyof typeof listings): Reply {
  const { query } = ask
  const { world } = context
  const { kind, statuses } = listings[listing]
  const [ids, spaceIds, status] = ['id', 'space-id', 'status'].map((name) => listOf(query, name))
  const refused =
    refuseIds('id', ids) ?? refuseIds('space-id', spaceIds) ?? refuseStatus(status, statuses)
  if (refused !== null) return refused
  const wanted = status?.length ? status : ['current', 'archived']
  const title = query.get('title')
  const fits = (content: DemoContent) =>
    content.kind === kind &&
    !isHidden(content, context.has) &&
    wanted.includes(content.status) &&
    (title === null || content.title === title) &&
    (!spaceIds?.length || spaceIds.includes(world.spaces.get(content.spaceKey)?.id ?? ''))
  const pool = ids?.length
    ? [...new Set(ids)].flatMap((id) => world.content.get(id) ?? [])
    : [...world.content.values()]
  return page(ask, context, pool.filter(fits), (content) => contentV2(content, world))
}

function refuseIds(name: string, ids: readonly string[] = []): Reply | null {
  if (ids.length > most) return bad(`'${name}' takes at most ${most} values`)
  const wrong = ids.find((id) => !/^\d{1,19}$/.test(id))
  return wrong === undefined ? null : wrongType(wrong, name, 'long')
}

function refuseStatus(given: readonly string[] = [], known: readonly string[]): Reply | null {
  const wrong = given.find((status) => !known.includes(status))
  return wrong === undefined ? null : wrongType(wrong, 'status', known.join(' | '))
}

function listSpaces(ask: Ask, context: Context): Reply {
  const [keys, ids] = ['keys', 'ids'].map((name) => listOf(ask.query, name))
  const refused = refuseIds('ids', ids)
  if (refused !== null) return refused
  if (keys && keys.length > most) return bad(`'keys' takes at most ${most} values`)
  const folded = keys?.map((key) => key.toLowerCase())
  const fan = ask.query.get('favorited-by')
  const isFavourite = (key: string) =>
    fan === null ||
    context.world.relations.get('favourite', { type: 'user', key: fan }, { type: 'space', key }) !==
      undefined
  const found = [...context.world.spaces.values()].filter(
    ({ key, id }) =>
      isFavourite(key) &&
      (!folded?.length || folded.includes(key.toLowerCase())) &&
      (!ids?.length || ids.includes(id)),
  )
  return page(ask, context, found, spaceV2)
}

/** Cursors are opaque: here the position, written so that nobody takes it for a number. */
const cursorOf = (at: number) => Buffer.from(`p${at}`).toString('base64url')
const positionIn = (cursor: string): number | null => {
  const digits = /^p(\d{1,9})$/.exec(Buffer.from(cursor, 'base64url').toString())?.[1]
  return digits === undefined ? null : Number(digits)
}

function page<T>(
  { query, path }: Ask,
  { origin }: Context,
  found: readonly T[],
  shape: (item: T) => object,
): Reply {
  const limit = query.get('limit') ?? '25'
  if (!/^\d{1,3}$/.test(limit) || Number(limit) < 1 || Number(limit) > most) {
    return bad(`Provided value {${limit}} for 'limit' must be between 1 and ${most}`)
  }
  const start = positionIn(query.get('cursor') ?? cursorOf(0))
  if (start === null) return bad("Provided value for 'cursor' is not valid")
  const end = start + Number(limit)
  // The cursor stands first, since clients were seen to take it for the last parameter.
  const rest = [...query].filter(([name]) => name !== 'cursor')
  const next = new URLSearchParams([['cursor', cursorOf(end)], ...rest])
  return json({
    results: found.slice(start, end).map(shape),
    _links: {
      base: `${origin}/wiki`,
      ...(end < found.length && { next: `/wiki/api/v2/${path.join('/')}?${next.toString()}` }),
    },
  })
}

const AccountIds = z.object({ accountIds: z.array(z.string()).min(1).max(most) })
const ContentIds = z.object({ contentIds: z.array(z.union([z.string(), z.number()])).max(100) })

function usersBulk({ body }: Ask, { world, origin }: Context): Reply {
  const asked = AccountIds.safeParse(body)
  if (!asked.success) return bad(`'accountIds' takes 1 to ${most} account ids`)
  const found = [...new Set(asked.data.accountIds)].flatMap((id) => world.users.get(id) ?? [])
  return json({ results: found.map(userV2), _links: { base: `${origin}/wiki` } })
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
