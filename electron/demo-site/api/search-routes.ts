import { compile, type Fields, parseCql, valuesOf } from '../cql'
import type { LiveWorld } from '../world'
import { type Ask, type Context, isHidden } from './ask'
import { json, notAllowed, notAnInt, refusedV1, type Reply } from './reply'
import { contentFields, type Found, knownTypes, userFields } from './search-fields'
import { contentResult, spaceResult, userResult } from './search-results'

const largestPage = 250

/** `/wiki/rest/api/search` and `/wiki/rest/api/search/user`; null for anything else. */
export function searchRoute(ask: Ask, context: Context): Reply | null {
  const [kind, ...more] = ask.path
  if (more.length > 0 || (kind !== undefined && kind !== 'user')) return null
  if (ask.method !== 'GET') return notAllowed(ask.method, 'GET')
  const { world } = context
  return kind === 'user'
    ? search(ask, context, {
        items: [...world.users.values()],
        fields: userFields(world),
        shape: (user) => userResult(user, context.origin),
        isSeen: () => true,
        byStart: true,
      })
    : search(ask, context, {
        items: searched(world),
        fields: contentFields(world),
        shape: (found) => resultOf(found, ask, context),
        isSeen: (found) => found.type === 'space' || !isHidden(found.content, context.has),
        byStart: false,
      })
}

type Search<T> = {
  readonly items: readonly T[]
  readonly fields: Fields<T>
  readonly shape: (item: T) => object
  /** What may not be seen is taken out of a page after it was cut, which makes the page shorter. */
  readonly isSeen: (item: T) => boolean
  /** People are paged by `start`; everything else by cursor alone, whatever `start` says. */
  readonly byStart: boolean
}

function search<T>(ask: Ask, context: Context, kind: Search<T>): Reply {
  const { query } = ask
  const cql = query.get('cql') ?? ''
  if (cql === '') return cqlRequired()
  const parsed = parseCql(cql)
  const fits = parsed && compile(parsed, kind.fields)
  if (parsed === null || fits === null) return refusedV1(400, `Could not parse cql : ${cql}`)
  const strange = valuesOf(parsed, 'type').find((type) => !knownTypes.includes(type.toLowerCase()))
  if (strange !== undefined) return unknownType(strange)
  for (const given of [query.get('limit') ?? '25', query.get('start') ?? '0']) {
    if (!/^\d{1,9}$/.test(given)) return notAnInt(given)
  }
  return page(ask, context, kind, kind.items.filter(fits))
}

const cqlRequired = (): Reply =>
  json(
    {
      statusCode: 400,
      data: { authorized: true, valid: true, errors: [], successful: true },
      message:
        'com.atlassian.confluence.api.service.exceptions.api.BadRequestException: cql query parameter is required',
    },
    400,
  )

const unknownType = (type: string): Reply =>
  json(
    {
      message: `com.atlassian.confluence.api.service.exceptions.api.BadRequestException: Unsupported value for type, got : ${type}, expected one of : [${knownTypes.join(', ')}]`,
      statusCode: 400,
    },
    400,
  )

/** One page. `totalSize` counts what was found before anybody asked who may see it. */
function page<T>(ask: Ask, { origin }: Context, kind: Search<T>, found: readonly T[]): Reply {
  const { query, path } = ask
  const limit = Math.min(Number(query.get('limit') ?? 25), largestPage)
  const from = kind.byStart ? Number(query.get('start') ?? 0) : positionIn(query.get('cursor'))
  if (from === null) return refusedV1(400, 'The cursor is not valid')
  const shown = found.slice(from, from + limit).filter(kind.isSeen)
  const cql = query.get('cql') ?? ''
  const turn = kind.byStart ? { start: `${from + limit}` } : { cursor: `_p_${from + limit}` }
  // What else was asked, such as `excerpt`, is not carried on.
  const next = new URLSearchParams({ next: 'true', ...turn, limit: `${limit}`, cql })
  const address = ['/rest/api/search', ...path].join('/')
  return json({
    results: shown.map(kind.shape),
    start: from,
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

function positionIn(cursor: string | null): number | null {
  if (cursor === null) return 0
  const digits = /^_p_(\d{1,9})$/.exec(cursor)?.[1]
  return digits === undefined ? null : Number(digits)
}

/** The index holds what is current: archived content is not in it, as measured. */
const searched = (world: LiveWorld): Found[] => [
  ...[...world.content.values()]
    .filter(({ status }) => status === 'current')
    .map((content) => ({ type: 'content' as const, content })),
  ...[...world.spaces.values()].map((space) => ({ type: 'space' as const, space })),
]

const resultOf = (found: Found, { query }: Ask, { world, origin }: Context): object => {
  const marking = query.get('excerpt') === 'none' ? '' : (query.get('cql') ?? '')
  return found.type === 'content'
    ? contentResult(found.content, world.spaces.get(found.content.spaceKey), marking, origin)
    : spaceResult(found.space, marking, origin)
}
