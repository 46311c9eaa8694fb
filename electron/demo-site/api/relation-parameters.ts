import { type EntityRef, EntityType } from '@shared/graph'
import type { World } from '../world'
import { type Ask, type Context, isVisible } from './ask'
import { notAnInt, refusedV1, type Reply } from './reply'
import { type Part, parts } from './shapes-v1'

export type End = 'source' | 'target'

const largestInt32 = 2_147_483_647

/** An end as the path names it, or the refusal of its type or key. */
export function endOf(type: string | undefined, key = ''): EntityRef | Reply {
  const parsed = EntityType.safeParse(type)
  if (!parsed.success) return refuseType(type)
  // Content ids are numbers; attachments have letters in front.
  return parsed.data === 'content' && !/^(att)?\d{1,19}$/.test(key)
    ? refusedV1(400, `Invalid content id : ${key}`)
    : { type: parsed.data, key }
}

export const refuseType = (type = ''): Reply =>
  refusedV1(400, `Invalid entity type '${type}', expected one of user, content, space`)

export const isReply = (value: object): value is Reply => 'status' in value && 'body' in value

/** Numbers are whole and of 32 bits, and a version needs the status `historical`. */
export function refuseParameters({ query }: Ask): Reply | null {
  for (const name of ['start', 'limit', 'sourceVersion', 'targetVersion']) {
    const value = query.get(name)
    if (value === null) continue
    if (!/^-?\d{1,10}$/.test(value) || Number(value) > largestInt32) return notAnInt(value)
    if (Number(value) < 0) return refusedV1(400, `The parameter ${name} must be at least 0`)
  }
  for (const end of ['source', 'target']) {
    if (query.has(`${end}Version`) && query.get(`${end}Status`) !== 'historical') {
      return refusedV1(400, `${end}Version needs ${end}Status=historical`)
    }
  }
  const strange = expandOf(query).find((part) => !parts.some((known) => known === part))
  return strange === undefined ? null : refusedV1(400, `Cannot expand ${strange}`)
}

const expandOf = (query: URLSearchParams): string[] =>
  query
    .getAll('expand')
    .flatMap((value) => value.split(','))
    .filter((part) => part !== '')

/**
 * What is expanded: what was asked for, less what the site does not honour. The target of a
 * `favourite` never is, as measured in July 2026.
 */
export function expandedParts({ query, path: [name] }: Ask, { has }: Context): Set<Part> {
  const asked = expandOf(query)
  const leavesTarget = name === 'favourite' || has('expand-source-only')
  const honoured = (part: Part) =>
    part === 'relationData' || (!has('expand-none') && !(part === 'target' && leavesTarget))
  return new Set(parts.filter((part) => asked.includes(part) && honoured(part)))
}

/** 404 where an end is absent, hidden, or there only under another status. */
export function refuseEnd(ask: Ask, context: Context, ref: EntityRef, end: End): Reply | null {
  return isVisible(context.world, ref, context.has) && statusFits(ask, context, ref, end)
    ? null
    : refusedV1(404, `No ${ref.type} with key : ${ref.key}`)
}

/**
 * Content in the trash is found only under its own status; whether archived content is too is not
 * known of real sites, so it is a trap.
 */
function statusFits({ query }: Ask, context: Context, ref: EntityRef, end: End): boolean {
  const content = contentAt(context.world, ref)
  if (content === undefined) return true
  const wanted = query.get(`${end}Status`)
  if (wanted === 'historical') return isVersion(query.get(`${end}Version`), content.version)
  if (wanted !== null) return wanted === content.status || wanted === 'any'
  return content.status === 'archived'
    ? !context.has('archived-needs-status')
    : content.status === 'current'
}

const isVersion = (given: string | null, last: number): boolean =>
  given !== null && Number(given) >= 1 && Number(given) <= last

/** Whether the other end of a find is seen, and is of the status that was asked for, if any was. */
export function isListed(
  { query }: Ask,
  { world, has }: Context,
  ref: EntityRef,
  end: End,
): boolean {
  if (!isVisible(world, ref, has)) return false
  const wanted = query.get(`${end}Status`)
  const content = contentAt(world, ref)
  if (content === undefined || wanted === null || wanted === 'any') return true
  return wanted === 'historical'
    ? isVersion(query.get(`${end}Version`), content.version)
    : wanted === content.status
}

const contentAt = (world: World, { type, key }: EntityRef) =>
  type === 'content' ? world.content.get(key) : undefined
