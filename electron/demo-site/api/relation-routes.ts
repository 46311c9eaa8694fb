import { EntityType, type EntityRef } from '@shared/graph'
import { type Ask, type Context, isMultiple, settleRef } from './ask'
import { relationPage } from './relation-page'
import {
  type End,
  endOf,
  expandedParts,
  isListed,
  isReply,
  refuseEnd,
  refuseParameters,
  refuseType,
} from './relation-parameters'
import { json, noContent, notAllowed, refusedV1, type Reply } from './reply'
import { relationV1 } from './shapes-v1'

/** Relations that Confluence makes by itself; none can be written. */
const readOnly = ['like', 'link', 'collaborator', 'touched', 'contributor']
const longestName = 255

/** Everything under `/wiki/rest/api/relation`; null where the path is no relation path. */
export function relationRoute(ask: Ask, context: Context): Reply | null {
  const [name = '', first, nearType, nearKey, second, ...rest] = ask.path
  if (name === '' || nearKey === '') return null
  const [farType, farKey, ...more] = rest
  if (farType === undefined || more.length > 0) return null
  const isOut = first === 'from' && second === 'to'
  const isIn = first === 'to' && second === 'from'
  if (farKey !== undefined) {
    return isOut && farKey !== ''
      ? oneRelation(ask, context, name, endOf(nearType, nearKey), endOf(farType, farKey))
      : null
  }
  return isOut || isIn
    ? find(ask, context, { name, near: endOf(nearType, nearKey), farType, isOut })
    : null
}

type Find = {
  readonly name: string
  readonly near: EntityRef | Reply
  readonly farType: string
  readonly isOut: boolean
}

const unimplemented = new Map([
  ['favourite', 'Favourites'],
  ['like', 'Likes'],
])

function find(ask: Ask, context: Context, { name, near: given, farType, isOut }: Find): Reply {
  if (ask.method !== 'GET') return notAllowed(ask.method, 'GET')
  if (isReply(given)) return given
  const type = EntityType.safeParse(farType)
  if (!type.success) return refuseType(farType)
  const [nearEnd, farEnd]: [End, End] = isOut ? ['source', 'target'] : ['target', 'source']
  const near = settleRef(context.world, given)
  const refused =
    refuseParameters(ask) ??
    refuseFind(context, name) ??
    silentSpace(ask, context, near) ??
    refuseNear(context, near) ??
    refuseEnd(ask, context, near, nearEnd)
  if (refused !== null) return refused
  const { relations } = context.world
  const found = isOut
    ? relations.targets(name, near, type.data)
    : relations.sources(name, near, type.data)
  const listed = found.filter((relation) => isListed(ask, context, relation[farEnd], farEnd))
  return listed.length === 0 && context.has('empty-find-404')
    ? refusedV1(404, `No relation ${name} at ${near.type} ${near.key}`)
    : relationPage(ask, context, listed)
}

function refuseFind({ has }: Context, name: string): Reply | null {
  const things = unimplemented.get(name)
  if (things !== undefined && has('favourite-400')) {
    return refusedV1(400, `find relations not supported for ${things}`)
  }
  if (things !== undefined) {
    return refusedV1(501, `find relations not implemented for ${things}`)
  }
  return name === 'favorite' ? unknownName(name) : null
}

/** Keys of spaces are told apart by case here; some sites find nothing instead of saying so. */
function silentSpace(ask: Ask, context: Context, { type, key }: EntityRef): Reply | null {
  const { world, has } = context
  if (type !== 'space' || !has('space-key-silent') || world.spaces.has(key)) return null
  const folded = key.toLowerCase()
  const isKnown = [...world.spaces.keys()].some((one) => one.toLowerCase() === folded)
  return isKnown ? relationPage(ask, context, []) : null
}

function refuseNear({ has }: Context, { type, key }: EntityRef): Reply | null {
  return type === 'content' && has('forbidden-find') && isMultiple(key, 3n)
    ? refusedV1(403, 'Not permitted to view the relations of this content')
    : null
}

/** The American spelling is no relation, not even one of one's own. */
const unknownName = (name: string) => refusedV1(404, `No relation with name : ${name}`)

function oneRelation(
  ask: Ask,
  context: Context,
  name: string,
  from: EntityRef | Reply,
  to: EntityRef | Reply,
): Reply {
  if (!['GET', 'PUT', 'DELETE'].includes(ask.method)) {
    return notAllowed(ask.method, 'GET', 'PUT', 'DELETE')
  }
  if (isReply(from)) return from
  if (isReply(to)) return to
  const source = settleRef(context.world, from)
  const target = settleRef(context.world, to)
  const refused =
    refuseParameters(ask) ??
    refuseName(name, source, target) ??
    refuseEnd(ask, context, source, 'source') ??
    refuseEnd(ask, context, target, 'target')
  if (refused !== null) return refused
  if (ask.method === 'GET') return readRelation(ask, context, name, source, target)
  const refusedWrite = refuseWrite(context, name, source)
  if (refusedWrite !== null) return refusedWrite
  return ask.method === 'PUT'
    ? createRelation(context, name, source, target)
    : deleteRelation(context, name, source, target)
}

function refuseName(name: string, source: EntityRef, target: EntityRef): Reply | null {
  if (name === 'favorite') return unknownName(name)
  if (name.length > longestName) return refusedV1(400, 'The relation name is too long')
  return name === 'favourite' && (source.type !== 'user' || target.type === 'user')
    ? refusedV1(400, 'A favourite goes from a user to content or a space')
    : null
}

function refuseWrite({ world }: Context, name: string, source: EntityRef): Reply | null {
  if (readOnly.includes(name)) return refusedV1(400, `The relation ${name} cannot be written`)
  return name === 'favourite' && source.key !== world.me.accountId
    ? refusedV1(403, 'Only your own favourites can be changed')
    : null
}

function readRelation(
  ask: Ask,
  context: Context,
  name: string,
  source: EntityRef,
  target: EntityRef,
): Reply {
  const relation = context.world.relations.get(name, source, target)
  if (relation === undefined) {
    return refusedV1(404, `No relation ${name} from ${source.key} to ${target.key}`)
  }
  return json(relationV1(context.world, relation, expandedParts(ask, context), context.origin))
}

function createRelation(
  context: Context,
  name: string,
  source: EntityRef,
  target: EntityRef,
): Reply {
  const { world, origin, has, now } = context
  if (name !== 'favourite' && has('custom-refused')) {
    return refusedV1(403, `Relations of the name ${name} are not allowed on this site`)
  }
  const createdBy = world.me.accountId
  const createdAt = now().toISOString()
  const relation = world.relations.put({ name, source, target, createdBy, createdAt })
  return json(relationV1(world, relation, new Set(), origin))
}

/** The answer is the same where there was nothing to delete. */
function deleteRelation(
  { world }: Context,
  name: string,
  source: EntityRef,
  target: EntityRef,
): Reply {
  world.relations.delete(name, source, target)
  return noContent
}
