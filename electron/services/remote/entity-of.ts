import { type Entity, type EntityRef, type NodeId, nodeId, type Person } from '@shared/graph'
import type { V1Content, V1Space, V1User, V2Content, V2Space, V2User } from './answers'

type Named = {
  readonly displayName?: string | null | undefined
  readonly publicName?: string | null | undefined
}

/** `displayName` is empty where a person keeps it private. */
export const nameOf = (user: Named): string =>
  user.displayName?.trim() || user.publicName?.trim() || 'Unknown user'

export const personOf = (user: V1User | V2User): Person => ({
  name: nameOf(user),
  ...(user.accountId && { key: user.accountId }),
  ...(user.accountStatus && { status: user.accountStatus }),
})

/** `webui` is relative to `/wiki`; the origin in front of it is always the profile's own. */
export function webAddress(siteOrigin: string, webui: string | undefined): string | undefined {
  if (webui === undefined || !webui.startsWith('/')) return undefined
  return webui.startsWith('/wiki/') ? siteOrigin + webui : `${siteOrigin}/wiki${webui}`
}

/** What came, without the parts that are missing or empty. */
function entity(
  ref: EntityRef,
  head: { title: string; status: string },
  rest: {
    subtype?: string | null | undefined
    space?: { key: string; name: string } | undefined
    url?: string | undefined
    createdBy?: Person | undefined
    createdAt?: string | null | undefined
    owner?: Person | undefined
    changedAt?: string | null | undefined
    homepage?: NodeId | undefined
  },
): Entity {
  return {
    id: nodeId(ref),
    type: ref.type,
    key: ref.key,
    ...head,
    ...(rest.subtype && { subtype: rest.subtype }),
    ...(rest.space && { space: rest.space }),
    ...(rest.url && { url: rest.url }),
    ...(rest.createdBy && { createdBy: rest.createdBy }),
    ...(rest.createdAt && { createdAt: rest.createdAt }),
    ...(rest.owner && { owner: rest.owner }),
    ...(rest.changedAt && { changedAt: rest.changedAt }),
    ...(rest.homepage && { homepage: rest.homepage }),
  }
}

const untitled = 'Untitled'

export function contentEntity(content: V1Content, siteOrigin: string): Entity {
  const { space, history } = content
  return entity(
    { type: 'content', key: content.id },
    { title: content.title || untitled, status: content.status || 'current' },
    {
      subtype: content.type,
      space: space ? { key: space.key, name: space.name || space.key } : undefined,
      url:
        webAddress(siteOrigin, content._links['webui']) ?? contentAddress(siteOrigin, content.id),
      createdBy: history?.createdBy ? personOf(history.createdBy) : undefined,
      createdAt: history?.createdDate,
    },
  )
}

export function bulkContentEntity(
  content: V2Content,
  subtype: string,
  siteOrigin: string,
  known: {
    space?: { key: string; name: string } | undefined
    author?: Person | undefined
    owner?: Person | undefined
    changedAt?: string | null | undefined
  },
): Entity {
  return entity(
    { type: 'content', key: content.id },
    { title: content.title || untitled, status: content.status || 'current' },
    {
      subtype,
      space: known.space,
      url:
        webAddress(siteOrigin, content._links['webui']) ?? contentAddress(siteOrigin, content.id),
      createdBy: known.author,
      createdAt: content.createdAt,
      owner: known.owner,
      changedAt: known.changedAt,
    },
  )
}

/** The classic address, which works for any page by its id alone. */
const contentAddress = (siteOrigin: string, id: string): string =>
  `${siteOrigin}/wiki/pages/viewpage.action?pageId=${id}`

export function spaceEntity(space: V1Space | V2Space, siteOrigin: string, author?: Person): Entity {
  return entity(
    { type: 'space', key: space.key },
    { title: space.name || space.key, status: space.status || 'current' },
    {
      subtype: space.type,
      url:
        webAddress(siteOrigin, space._links['webui']) ??
        `${siteOrigin}/wiki/spaces/${encodeURIComponent(space.key)}`,
      createdBy: author,
      createdAt: 'createdAt' in space ? space.createdAt : undefined,
      homepage:
        'homepageId' in space && space.homepageId
          ? nodeId({ type: 'content', key: space.homepageId })
          : undefined,
    },
  )
}

/** Null where there is no account id, and so no identity: an anonymous or a deleted user. */
export function userEntity(user: V1User | V2User, siteOrigin: string): Entity | null {
  const { accountId: key } = user
  if (!key) return null
  return entity(
    { type: 'user', key },
    { title: nameOf(user), status: user.accountStatus || 'active' },
    {
      subtype: user.accountType,
      url: `${siteOrigin}/wiki/people/${encodeURIComponent(key)}`,
    },
  )
}
