import type { Ask, Context } from './context'
import { type Clause, matchesWords, parseCql } from './cql'
import { json, refusedV1, type Reply, text } from './reply'
import { contentV1, spaceV1, userV1, webui } from './shapes'
import type { DemoContent, DemoSpace, DemoUser } from './world-parts'

/** `/wiki/rest/api/search` and `/wiki/rest/api/search/user`; null for anything else. */
export function searchRoute(ask: Ask, context: Context): Reply | null {
  const [kind, ...more] = ask.path
  if (more.length > 0 || (kind !== undefined && kind !== 'user')) return null
  if (ask.method !== 'GET') return text('Method Not Allowed', 405)
  const cql = ask.query.get('cql') ?? ''
  const clauses = parseCql(cql)
  if (clauses === null) return refusedV1(400, `Could not parse cql : ${cql}`)
  const results = kind === 'user' ? users(clauses, context) : contentAndSpaces(clauses, context)
  if (results === null) return refusedV1(400, `Could not parse cql : ${cql}`)
  const limit = Math.min(Number(ask.query.get('limit') ?? 25), 250)
  if (!Number.isInteger(limit) || limit < 0) return refusedV1(400, 'limit must be a number')
  const shown = results.slice(0, limit)
  return json({
    results: shown,
    start: 0,
    limit,
    size: shown.length,
    totalSize: results.length,
    cqlQuery: cql,
    searchDuration: 12,
    _links: { base: `${context.origin}/wiki`, context: '/wiki' },
  })
}

const asked = (clauses: readonly Clause[], field: string) =>
  clauses.find((clause) => clause.field === field)

const frame = {
  excerpt: '',
  breadcrumbs: [],
  iconCssClass: 'aui-icon content-type-page',
}

function users(clauses: readonly Clause[], { world, origin }: Context): object[] | null {
  const name = asked(clauses, 'user.fullname')
  const [wanted] = name?.values ?? []
  if (wanted === undefined || clauses.length > 1) return null
  return [...world.users.values()]
    .filter((user) => matchesWords(user.name, wanted))
    .map((user) => userResult(user, origin))
}

const userResult = (user: DemoUser, origin: string) => ({
  ...frame,
  user: userV1(user, origin),
  title: user.name,
  url: `/people/${encodeURIComponent(user.accountId)}`,
  entityType: 'user',
  lastModified: '2026-01-05T08:00:00.000Z',
})

function contentAndSpaces(clauses: readonly Clause[], context: Context): object[] | null {
  const known = ['type', 'title', 'space', 'id']
  if (clauses.some(({ field }) => !known.includes(field))) return null
  const types = asked(clauses, 'type')?.values ?? ['page', 'blogpost']
  const fits = (title: string, key: string, id: string) =>
    clauses.every(({ field, operator, values }) => {
      if (field === 'title') {
        return values.some((value) =>
          operator === '~' ? matchesWords(title, value) : title === value,
        )
      }
      if (field === 'space') return values.includes(key)
      return field !== 'id' || values.includes(id)
    })
  const { world, origin } = context
  const spaces = types.includes('space')
    ? [...world.spaces.values()].filter(({ name, key, id }) => fits(name, key, id))
    : []
  const content = [...world.content.values()].filter(
    (one) =>
      types.includes(one.kind) &&
      one.status === 'current' &&
      !one.restricted &&
      fits(one.title, one.spaceKey, one.id),
  )
  return [
    ...content.map((one) => contentResult(one, world.spaces.get(one.spaceKey), origin)),
    ...spaces.map((space) => spaceResult(space, origin)),
  ]
}

/** Search marks the words it found; here the first word of the title stands for them. */
const marked = (title: string) => title.replace(/^(\S+)/, '@@@hl@@@$1@@@endhl@@@')

const contentResult = (content: DemoContent, space: DemoSpace | undefined, origin: string) => ({
  ...frame,
  content: contentV1(content, origin),
  title: marked(content.title),
  url: webui(content),
  entityType: 'content',
  lastModified: content.createdAt,
  ...(space === undefined
    ? {}
    : { resultGlobalContainer: { title: space.name, displayUrl: `/spaces/${space.key}` } }),
})

const spaceResult = (space: DemoSpace, origin: string) => ({
  ...frame,
  space: spaceV1(space, origin),
  title: marked(space.name),
  url: `/spaces/${space.key}`,
  entityType: 'space',
  lastModified: space.createdAt,
})
