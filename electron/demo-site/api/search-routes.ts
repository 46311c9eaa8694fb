import { compile, type Field, type Fields, indexWords, parseCql } from '../cql'
import type { DemoContent, DemoSpace, DemoUser, LiveWorld } from '../world'
import type { Ask, Context } from './ask'
import { json, notAllowed, refusedV1, type Reply } from './reply'
import { contentResult, spaceResult, userResult } from './search-results'

type Found =
  | { readonly type: 'content'; readonly content: DemoContent }
  | { readonly type: 'space'; readonly space: DemoSpace }

const largestPage = 250

/** `/wiki/rest/api/search` and `/wiki/rest/api/search/user`; null for anything else. */
export function searchRoute(ask: Ask, context: Context): Reply | null {
  const [kind, ...more] = ask.path
  if (more.length > 0 || (kind !== undefined && kind !== 'user')) return null
  if (ask.method !== 'GET') return notAllowed(ask.method, 'GET')
  const { world } = context
  return kind === 'user'
    ? search(ask, context, [...world.users.values()], userFields(world), (user) =>
        userResult(user, context.origin),
      )
    : search(ask, context, searched(world), contentFields(world), (found) =>
        resultOf(found, ask, context),
      )
}

function search<T>(
  ask: Ask,
  context: Context,
  items: readonly T[],
  fields: Fields<T>,
  shape: (item: T) => object,
): Reply {
  const { query } = ask
  const cql = query.get('cql') ?? ''
  const parsed = parseCql(cql)
  const fits = parsed && compile(parsed, fields)
  if (fits === null) return refusedV1(400, `Could not parse cql : ${cql}`)
  const [limit, start] = [query.get('limit') ?? '25', query.get('start') ?? '0']
  if (!/^\d{1,9}$/.test(limit) || !/^\d{1,9}$/.test(start)) {
    return refusedV1(400, 'start and limit must be whole numbers of at least 0')
  }
  return page(ask, context, items.filter(fits), Math.min(Number(limit), largestPage), shape)
}

/** Pages go on by cursor alone; `start` was given up in 2020 and now leads to empty pages. */
function page<T>(
  { query, path }: Ask,
  { origin }: Context,
  found: readonly T[],
  limit: number,
  shape: (item: T) => object,
): Reply {
  const cursor = /^_p_(\d{1,9})$/.exec(query.get('cursor') ?? '_p_0')?.[1]
  if (cursor === undefined) return refusedV1(400, 'The cursor is not valid')
  const start = Number(query.get('start') ?? 0)
  const from = start > 0 ? found.length : Number(cursor)
  const shown = found.slice(from, from + limit)
  const cql = query.get('cql') ?? ''
  const next = new URLSearchParams({
    next: 'true',
    cursor: `_p_${from + limit}`,
    limit: `${limit}`,
    cql,
  })
  const address = ['/rest/api/search', ...path].join('/')
  return json({
    results: shown.map(shape),
    start,
    limit,
    size: shown.length,
    totalSize: found.length,
    cqlQuery: cql,
    searchDuration: 12,
    _links: {
      base: `${origin}/wiki`,
      context: '/wiki',
      self: `${origin}/wiki${address}?${query.toString()}`,
      ...(from + limit < found.length && limit > 0 && { next: `${address}?${next.toString()}` }),
    },
  })
}

/** The index holds what is current and may be seen. */
const searched = (world: LiveWorld): Found[] => [
  ...[...world.content.values()]
    .filter(({ status, restricted }) => status === 'current' && !restricted)
    .map((content) => ({ type: 'content' as const, content })),
  ...[...world.spaces.values()].map((space) => ({ type: 'space' as const, space })),
]

/** Titles are indexed once: a large site has a hundred thousand. */
const indexed = new WeakMap<object, readonly string[]>()

function titleWords(found: Found): readonly string[] {
  const thing = found.type === 'content' ? found.content : found.space
  const known = indexed.get(thing)
  if (known !== undefined) return known
  const words = indexWords(titleOf(found))
  indexed.set(thing, words)
  return words
}

const titleOf = (found: Found): string =>
  found.type === 'content' ? found.content.title : found.space.name

const contentFields = (world: LiveWorld): Fields<Found> => {
  const space = {
    values: (found: Found) => [found.type === 'content' ? found.content.spaceKey : found.space.key],
  }
  return new Map<string, Field<Found>>([
    ['type', { values: (found) => [found.type === 'content' ? found.content.kind : 'space'] }],
    ['title', { words: titleWords, values: (found) => [titleOf(found)] }],
    ['text', { words: titleWords }],
    ['sitesearch', { words: titleWords }],
    ['space', space],
    ['space.key', space],
    ['id', { values: (found) => (found.type === 'content' ? [found.content.id] : []) }],
    ['favourite', { values: (found) => (isFavourite(world, found) ? ['currentUser()'] : []) }],
  ])
}

function isFavourite({ me, relations }: LiveWorld, found: Found): boolean {
  const key = found.type === 'content' ? found.content.id : found.space.key
  const source = { type: 'user', key: me.accountId } as const
  return relations.get('favourite', source, { type: found.type, key }) !== undefined
}

const userFields = ({ me }: LiveWorld): Fields<DemoUser> => {
  const identity = {
    values: (user: DemoUser) => [user.accountId, ...(user === me ? ['currentUser()'] : [])],
  }
  return new Map<string, Field<DemoUser>>([
    // A private name cannot be searched, and of a closed account there is none.
    ['user.fullname', { words: (user) => (isFindable(user) ? indexWords(user.name) : []) }],
    ['user', identity],
    ['user.accountid', identity],
  ])
}

const isFindable = ({ isPrivate, accountStatus }: DemoUser) =>
  !isPrivate && accountStatus !== 'closed'

const resultOf = (found: Found, { query }: Ask, { world, origin }: Context): object => {
  const marking = query.get('excerpt') === 'none' ? '' : (query.get('cql') ?? '')
  return found.type === 'content'
    ? contentResult(found.content, world.spaces.get(found.content.spaceKey), marking, origin)
    : spaceResult(found.space, marking, origin)
}
