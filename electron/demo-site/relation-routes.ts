import { EntityType, type EntityRef } from '@shared/graph'
import { type Ask, type Context, isVisible, settleRef } from './context'
import { json, noContent, refusedV1, type Reply, text } from './reply'
import type { DemoRelation } from './relation-store'
import { type Part, relationV1 } from './shapes'

const largestPage = 100
const defaultPage = 25
const builtIn = ['like', 'link', 'collaborator', 'touched']

/** Everything under `/wiki/rest/api/relation`; null where the path is no relation path. */
export function relationRoute(ask: Ask, context: Context): Reply | null {
  const [name = '', first, ...rest] = ask.path
  if (first === 'from' && rest[2] === 'to' && rest.length === 4) {
    return find(ask, context, { name, near: [rest[0], rest[1]], far: rest[3], direction: 'out' })
  }
  if (first === 'to' && rest[2] === 'from' && rest.length === 4) {
    return find(ask, context, { name, near: [rest[0], rest[1]], far: rest[3], direction: 'in' })
  }
  if (first === 'from' && rest[2] === 'to' && rest.length === 5) {
    const [sourceType, sourceKey, , targetType, targetKey] = rest
    return one(ask, context, name, refOf(sourceType, sourceKey), refOf(targetType, targetKey))
  }
  return null
}

function refOf(type: string | undefined, key: string | undefined): EntityRef | null {
  const parsed = EntityType.safeParse(type)
  return parsed.success && key !== undefined && key !== '' ? { type: parsed.data, key } : null
}

const badType = refusedV1(400, 'The type must be one of user, content, space')
const unknown = ({ type, key }: EntityRef) => refusedV1(404, `No ${type} with key : ${key}`)

/** Versions are whole numbers and need the status `historical`; `start` and `limit` are no less than 0. */
function badParameter({ query }: Ask): Reply | null {
  for (const name of ['start', 'limit', 'sourceVersion', 'targetVersion']) {
    const value = query.get(name)
    if (value !== null && !/^\d{1,10}$/.test(value)) {
      return refusedV1(400, `The parameter ${name} must be a number of at least 0`)
    }
  }
  for (const end of ['source', 'target']) {
    if (query.has(`${end}Version`) && query.get(`${end}Status`) !== 'historical') {
      return refusedV1(400, `${end}Version needs ${end}Status=historical`)
    }
  }
  const strange = expandOf(query).find(
    (part) => !['relationData', 'source', 'target'].includes(part),
  )
  return strange === undefined ? null : refusedV1(400, `Cannot expand ${strange}`)
}

const expandOf = (query: URLSearchParams): string[] =>
  (query.get('expand') ?? '').split(',').filter((part) => part !== '')

type Find = {
  name: string
  near: readonly [string | undefined, string | undefined]
  far: string | undefined
  direction: 'out' | 'in'
}

function find(ask: Ask, context: Context, { name, near, far, direction }: Find): Reply {
  if (ask.method !== 'GET') return text('Method Not Allowed', 405)
  const given = refOf(...near)
  const type = EntityType.safeParse(far)
  if (given === null || !type.success) return badType
  const bad = badParameter(ask)
  if (bad !== null) return bad
  if (name === 'favourite' || name === 'like') {
    return refusedV1(
      501,
      `find relations not implemented for ${name === 'like' ? 'Likes' : 'Favourites'}`,
    )
  }
  const ref = settleRef(context.world, given)
  if (
    !isVisible(context.world, ref) ||
    !statusFits(ask, context, ref, direction === 'out' ? 'source' : 'target')
  ) {
    return unknown(ref)
  }
  const { relations } = context.world
  const found = (direction === 'out' ? relations.targets : relations.sources)(name, ref, type.data)
  const visible = found.filter(({ source, target }) =>
    isVisible(context.world, direction === 'out' ? target : source),
  )
  if (visible.length === 0 && context.has('empty-find-404')) {
    return refusedV1(404, `No relation ${name}`)
  }
  return page(ask, context, visible)
}

/** A content end is found only under its own status; without one, under any but trashed. */
function statusFits(
  { query }: Ask,
  { world }: Context,
  ref: EntityRef,
  end: 'source' | 'target',
): boolean {
  const wanted = query.get(`${end}Status`)
  const content = ref.type === 'content' ? world.content.get(ref.key) : undefined
  if (content === undefined) return true
  if (wanted === 'historical') return Number(query.get(`${end}Version`) ?? 1) <= content.version
  return wanted === null ? content.status !== 'trashed' : wanted === content.status
}

function page(ask: Ask, context: Context, found: readonly DemoRelation[]): Reply {
  const { query } = ask
  const start = Number(query.get('start') ?? 0)
  const cap = context.has('limit-cap-10') ? 10 : largestPage
  const limit = Math.min(Number(query.get('limit') ?? defaultPage), cap)
  const results = found.slice(start, start + limit)
  // With a limit of 0 the real server offers a next page for ever.
  const more = start + limit < found.length || limit === 0
  return json({
    results: results.map((relation) =>
      relationV1(context.world, relation, expanded(ask, context), context.origin),
    ),
    start,
    limit,
    size: results.length,
    _links: {
      base: `${context.origin}/wiki`,
      context: '/wiki',
      self: `${context.origin}/wiki/rest/api/${pathOf(ask)}`,
      ...(more && !context.has('next-missing')
        ? { next: nextOf(ask, context, start + limit, limit) }
        : {}),
    },
  })
}

const pathOf = ({ path }: Ask) => `relation/${path.map(encodeURIComponent).join('/')}`

function nextOf(ask: Ask, context: Context, start: number, limit: number): string {
  const query = new URLSearchParams(ask.query)
  query.set('start', String(start))
  query.set('limit', String(limit))
  const relative = `/rest/api/${pathOf(ask)}?next=true&${query.toString()}`
  if (context.has('next-absolute')) return `https://gateway.invalid/ex/confluence/1/wiki${relative}`
  return context.has('next-with-wiki') ? `/wiki${relative}` : relative
}

function expanded({ query }: Ask, context: Context): Set<Part> {
  const wanted = expandOf(query)
  const all: readonly Part[] = ['relationData', 'source', 'target']
  return new Set(
    all.filter((part) => {
      if (!wanted.includes(part)) return false
      if (part === 'relationData') return true
      if (context.has('expand-none')) return false
      return !(context.has('expand-source-only') && part === 'target')
    }),
  )
}

function one(
  ask: Ask,
  context: Context,
  name: string,
  from: EntityRef | null,
  to: EntityRef | null,
): Reply {
  if (from === null || to === null) return badType
  const bad = badParameter(ask)
  if (bad !== null) return bad
  const { world } = context
  const source = settleRef(world, from)
  const target = settleRef(world, to)
  const hidden = [source, target].find((ref) => !isVisible(world, ref))
  if (hidden !== undefined) return unknown(hidden)
  if (!statusFits(ask, context, source, 'source')) return unknown(source)
  if (!statusFits(ask, context, target, 'target')) return unknown(target)
  switch (ask.method) {
    case 'GET':
      return read(ask, context, name, source, target)
    case 'PUT':
      return create(context, name, source, target)
    case 'DELETE':
      return remove(context, name, source, target)
    default:
      return text('Method Not Allowed', 405)
  }
}

function read(
  ask: Ask,
  context: Context,
  name: string,
  source: EntityRef,
  target: EntityRef,
): Reply {
  const relation = context.world.relations.get(name, source, target)
  if (relation === undefined)
    return refusedV1(404, `No relation ${name} from ${source.key} to ${target.key}`)
  return json(relationV1(context.world, relation, expanded(ask, context), context.origin))
}

function create(context: Context, name: string, source: EntityRef, target: EntityRef): Reply {
  const { world } = context
  if (name === 'favorite') return refusedV1(404, `No relation ${name}`)
  if (builtIn.includes(name)) return refusedV1(403, `The relation ${name} cannot be set`)
  if (name === 'favourite' && (source.type !== 'user' || target.type === 'user')) {
    return refusedV1(400, 'A favourite goes from a user to content or a space')
  }
  if (name === 'favourite' && source.key !== world.me.accountId) {
    return refusedV1(403, 'Only your own favourites can be set')
  }
  if (name !== 'favourite' && context.has('custom-refused')) {
    return refusedV1(403, `Relations of the name ${name} are not allowed on this site`)
  }
  const relation = world.relations.put({
    name,
    source,
    target,
    createdBy: world.me.accountId,
    createdAt: context.now().toISOString(),
  })
  return json(relationV1(world, relation, new Set(), context.origin))
}

function remove(context: Context, name: string, source: EntityRef, target: EntityRef): Reply {
  const { world } = context
  if (builtIn.includes(name)) return refusedV1(403, `The relation ${name} cannot be removed`)
  if (name === 'favourite' && source.key !== world.me.accountId) {
    return refusedV1(403, 'Only your own favourites can be removed')
  }
  world.relations.delete(name, source, target)
  return noContent
}
