import { z } from 'zod'
import type { Ask, Context } from './context'
import { json, refusedV2, type Reply, text } from './reply'
import { contentV2, spaceV2, userV2 } from './shapes'
import type { ContentKind, DemoContent } from './world-parts'

const most = 250
const bad = (title: string) => refusedV2(400, 'INVALID_REQUEST_PARAMETER', title)

/** Everything under `/wiki/api/v2`; null where there is no such route. */
export function entityRoute(ask: Ask, context: Context): Reply | null {
  const [kind = '', id, ...more] = ask.path
  if (more.length > 0) return null
  if (kind === 'content' && id === 'convert-ids-to-types') return idTypes(ask, context)
  if (id === undefined) {
    if (kind === 'pages') return list(ask, context, 'page')
    if (kind === 'blogposts') return list(ask, context, 'blogpost')
    if (kind === 'spaces') return spaces(ask, context)
    return kind === 'users-bulk' ? usersBulk(ask, context) : null
  }
  const single = singles[kind]
  return single === undefined ? null : oneOf(ask, context, single, id)
}

const singles: Readonly<Record<string, ContentKind>> = {
  pages: 'page',
  blogposts: 'blogpost',
  whiteboards: 'whiteboard',
  databases: 'database',
  folders: 'folder',
}

const listOf = (query: URLSearchParams, name: string): string[] =>
  query
    .getAll(name)
    .flatMap((value) => value.split(','))
    .filter((value) => value !== '')

const shown = (content: DemoContent, context: Context) =>
  contentV2(content, context.world.spaces.get(content.spaceKey)?.id)

function oneOf(ask: Ask, context: Context, kind: ContentKind, id: string): Reply {
  if (ask.method !== 'GET') return text('Method Not Allowed', 405)
  if (!/^\d+$/.test(id)) return bad(`Provided value {${id}} for 'id' is not the correct type.`)
  const content = context.world.content.get(id)
  if (content?.kind !== kind || content.restricted) return refusedV2(404, 'NOT_FOUND', 'Not Found')
  return json(shown(content, context))
}

function list(ask: Ask, context: Context, kind: ContentKind): Reply {
  if (ask.method !== 'GET') return text('Method Not Allowed', 405)
  const { query } = ask
  const ids = listOf(query, 'id')
  if (ids.length > most) return bad(`'id' takes at most ${most} values`)
  const wrong = ids.find((id) => !/^\d+$/.test(id))
  if (wrong !== undefined) return bad(`Provided value {${wrong}} for 'id' is not the correct type.`)
  const statuses = listOf(query, 'status')
  const wanted = statuses.length > 0 ? statuses : ['current', 'archived']
  const title = query.get('title')
  const spaceIds = listOf(query, 'space-id')
  const keys = new Set(
    [...context.world.spaces.values()]
      .filter(({ id }) => spaceIds.includes(id))
      .map(({ key }) => key),
  )
  const pool =
    ids.length > 0
      ? ids.flatMap((id) => context.world.content.get(id) ?? [])
      : [...context.world.content.values()]
  const found = pool.filter(
    (content) =>
      content.kind === kind &&
      !content.restricted &&
      wanted.includes(content.status) &&
      (title === null || content.title === title) &&
      (spaceIds.length === 0 || keys.has(content.spaceKey)),
  )
  return page(
    ask,
    context,
    found.map((content) => shown(content, context)),
  )
}

/** Cursors are opaque: here the position, written so that nobody takes it for a number. */
function page({ query, path }: Ask, { origin }: Context, items: readonly object[]): Reply {
  const limit = Number(query.get('limit') ?? 25)
  if (!Number.isInteger(limit) || limit < 1 || limit > most)
    return bad(`'limit' must be 1 to ${most}`)
  const cursor = query.get('cursor')
  const start = cursor === null ? 0 : Number(Buffer.from(cursor, 'base64url').toString().slice(1))
  if (!Number.isInteger(start)) return bad('The cursor is not one of ours')
  const more = start + limit < items.length
  const next = new URLSearchParams(query)
  next.set('cursor', Buffer.from(`p${start + limit}`).toString('base64url'))
  return json({
    results: items.slice(start, start + limit),
    _links: {
      base: `${origin}/wiki`,
      ...(more ? { next: `/wiki/api/v2/${path.join('/')}?${next.toString()}` } : {}),
    },
  })
}

function spaces(ask: Ask, context: Context): Reply {
  if (ask.method !== 'GET') return text('Method Not Allowed', 405)
  const keys = listOf(ask.query, 'keys')
  const ids = listOf(ask.query, 'ids')
  if (keys.length > most || ids.length > most) return bad(`At most ${most} values`)
  const found = [...context.world.spaces.values()].filter(
    ({ key, id }) =>
      (keys.length === 0 || keys.includes(key)) && (ids.length === 0 || ids.includes(id)),
  )
  return page(ask, context, found.map(spaceV2))
}

const AccountIds = z.object({ accountIds: z.array(z.string()).min(1).max(most) })
const ContentIds = z.object({ contentIds: z.array(z.union([z.string(), z.number()])).max(100) })

function usersBulk(ask: Ask, { world, origin }: Context): Reply {
  if (ask.method !== 'POST') return text('Method Not Allowed', 405)
  const body = AccountIds.safeParse(ask.body)
  if (!body.success) return bad(`'accountIds' takes 1 to ${most} account ids`)
  const found = body.data.accountIds.flatMap((id) => world.users.get(id) ?? [])
  return json({ results: found.map(userV2), _links: { base: `${origin}/wiki` } })
}

function idTypes(ask: Ask, { world }: Context): Reply {
  if (ask.method !== 'POST') return text('Method Not Allowed', 405)
  const body = ContentIds.safeParse(ask.body)
  if (!body.success) return bad(`'contentIds' takes at most 100 ids`)
  const entries = body.data.contentIds.map((given) => {
    const content = world.content.get(String(given))
    return [String(given), content === undefined || content.restricted ? null : content.kind]
  })
  return json({ results: Object.fromEntries(entries) as Record<string, string | null> })
}
