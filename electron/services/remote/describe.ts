import type { Described } from '@shared/contract'
import { type Entity, type EntityRef, type EntityType, nodeId } from '@shared/graph'
import { reasonsOf, unique } from './batches'
import type { Caller } from './call'
import { describeContent } from './describe-content'
import { personOf, spaceEntity, userEntity } from './entity-of'
import { foldKey } from './fold-key'
import { lackingBy, type LookedUp, referringTo } from './lacking'
import type { Site } from './site'

/**
 * Titles, statuses, spaces and authors of entities, in as few calls as the API allows. Each look-up
 * stands alone: what fails is told beside what came. Throws only what concerns every call.
 */
export async function describe(
  site: Site,
  caller: Caller,
  refs: readonly EntityRef[],
): Promise<Omit<Described, 'calls'>> {
  const keys = (type: EntityType) =>
    unique(refs.filter((ref) => ref.type === type).map((ref) => ref.key))
  const parts = await Promise.all([
    describeContent(site, caller, keys('content')),
    describePeople(site, caller, keys('user')),
    describeSpaces(site, caller, keys('space')),
  ])
  const entities = parts.flatMap((part) => part.entities)
  const failed = parts.flatMap((part) => part.failed)
  site.known.addAll(entities)
  const spelt = speltOtherwise(refs, entities)
  const settled = new Set([
    ...entities.map(({ id }) => id),
    ...failed.flatMap(({ part, nodes }) => (part === 'title' ? nodes : [])),
    ...spelt.map(({ asked }) => asked),
  ])
  const missing = unique(refs.map(nodeId)).filter((id) => !settled.has(id))
  return { entities, missing, failed, spelt }
}

/** Space keys are found in any case, so the answer's own spelling is the identity. */
function speltOtherwise(
  refs: readonly EntityRef[],
  entities: readonly Entity[],
): Described['spelt'] {
  const own = new Map(
    entities.flatMap(({ type, key, id }) =>
      type === 'space' ? [[foldKey(key), id] as const] : [],
    ),
  )
  return unique(refs.filter(({ type }) => type === 'space').map(nodeId)).flatMap((asked) => {
    const found = own.get(foldKey(asked.slice('space:'.length)))
    return found === undefined || found === asked ? [] : [{ asked, own: found }]
  })
}

async function describePeople(
  site: Site,
  caller: Caller,
  keys: readonly string[],
): Promise<LookedUp> {
  // Who asks is known without a right to see profiles.
  const me = site.own.known()
  const isMe = (key: string) => me?.key === key
  const came = await site.directory.freshPeople(
    caller,
    keys.filter((key) => !isMe(key)),
  )
  const idOf = (key: string) => nodeId({ type: 'user', key })
  const reasons = [...reasonsOf(came.left)].map(([key, failure]) => [idOf(key), failure] as const)
  return {
    entities: [
      ...(me !== null && keys.some(isMe) ? [me] : []),
      ...came.found.flatMap((user) => userEntity(user, site.origin) ?? []),
    ],
    failed: lackingBy('title', new Map(reasons)),
  }
}

async function describeSpaces(
  site: Site,
  caller: Caller,
  keys: readonly string[],
): Promise<LookedUp> {
  const came = await site.directory.spacesByKey(caller, keys)
  const idOf = (key: string) => nodeId({ type: 'space', key })
  const authors = await site.directory.people(
    caller,
    unique(came.found.flatMap((space) => space.authorId || [])),
  )
  const written = new Map(came.found.map((space) => [idOf(space.key), space.authorId]))
  const reasons = [...reasonsOf(came.left)].map(([key, failure]) => [idOf(key), failure] as const)
  return {
    entities: came.found.map((space) => {
      const author = authors.known.get(space.authorId ?? '')
      return spaceEntity(space, site.origin, author && personOf(author))
    }),
    failed: [
      ...lackingBy('title', new Map(reasons)),
      ...lackingBy('creator', referringTo(authors.left, written)),
    ],
  }
}
