import type { Entity, EntityRef, EntityType } from '@shared/graph'
import { type FoundRelation, Key, V1Content, V1Space, V1User } from './answers'
import { contentEntity, spaceEntity, userEntity } from './entity-of'

export type OtherEnd = { readonly ref: EntityRef; readonly entity: Entity | null }

/**
 * Who stands at the other end of a found relation. The type is the one asked for in the address;
 * the body is tried first, then the references under `_expandable` and `_links`, since Confluence
 * does not always honour `expand`. Null where none of them says.
 */
export function otherEnd(
  relation: FoundRelation,
  end: 'source' | 'target',
  type: EntityType,
  siteOrigin: string,
): OtherEnd | null {
  const entity = entityOf(relation[end], type, siteOrigin)
  if (entity !== null) return { ref: { type, key: entity.key }, entity }
  for (const reference of [relation._expandable[end], relation._links[end]]) {
    const ref = reference === undefined ? null : readReference(reference)
    if (ref?.type === type) return { ref, entity: null }
  }
  return null
}

function entityOf(body: unknown, type: EntityType, siteOrigin: string): Entity | null {
  switch (type) {
    case 'content': {
      const content = V1Content.safeParse(body)
      return content.success ? contentEntity(content.data, siteOrigin) : null
    }
    case 'space': {
      const space = V1Space.safeParse(body)
      return space.success ? spaceEntity(space.data, siteOrigin) : null
    }
    case 'user': {
      const user = V1User.safeParse(body)
      return user.success ? userEntity(user.data, siteOrigin) : null
    }
  }
}

/**
 * The entity that a reference of the v1 API names: `/rest/api/content/ID`, `/rest/api/space/KEY`,
 * `/rest/api/user?accountId=ID`, with or without an origin and `/wiki`. It is read, never fetched.
 */
export function readReference(reference: string): EntityRef | null {
  let url: URL
  try {
    url = new URL(reference, 'https://site.invalid')
  } catch {
    return null
  }
  const [, folder, rest = ''] = /\/rest\/api\/(content|space|user)(?:\/([^/]+))?\/?$/.exec(
    url.pathname,
  ) ?? [null, '', '']
  if (folder === 'user' && rest === '') {
    return refOrNull('user', url.searchParams.get('accountId') ?? '')
  }
  const key = decoded(rest)
  if (folder === 'content') return /^[A-Za-z0-9]{1,64}$/.test(key) ? refOrNull(folder, key) : null
  return folder === 'space' ? refOrNull(folder, key) : null
}

const refOrNull = (type: EntityType, key: string): EntityRef | null =>
  Key.safeParse(key).success ? { type, key } : null

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return ''
  }
}
