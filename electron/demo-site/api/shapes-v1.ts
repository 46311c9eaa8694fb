import { encodeTinyLink } from '@shared/crawl'
import type { EntityRef } from '@shared/graph'
import type { DemoContent, DemoRelation, DemoSpace, DemoUser, World } from '../world'
import { webui } from './web-address'

const publicName = ({ name, isPrivate }: DemoUser): string =>
  isPrivate ? (name.split(' ')[0] ?? name) : name

/** The names that others are told: of a private account no `displayName`, of a closed one neither. */
export const namesOf = (user: DemoUser) =>
  user.accountStatus === 'closed'
    ? { displayName: 'Former user', publicName: 'Former user' }
    : { displayName: user.isPrivate ? null : user.name, publicName: publicName(user) }

/** The second API calls who hides the full name by the public one. */
export const namesInV2 = (user: DemoUser) => {
  const { displayName, publicName: shown } = namesOf(user)
  return { displayName: displayName ?? shown, publicName: shown }
}

export const userV1 = (user: DemoUser, origin: string) => ({
  type: 'known',
  accountId: user.accountId,
  accountType: user.accountType,
  accountStatus: user.accountStatus,
  email: '',
  ...namesOf(user),
  profilePicture: {
    path: '/wiki/aa-avatar/default',
    width: 48,
    height: 48,
    isDefault: true,
  },
  isExternalCollaborator: false,
  _expandable: { operations: '', personalSpace: '' },
  _links: { self: `${origin}/wiki${referenceTo({ type: 'user', key: user.accountId })}` },
})

export const anonymousV1 = (origin: string) => ({
  type: 'anonymous',
  displayName: 'Anonymous',
  publicName: 'Anonymous',
  _expandable: { operations: '' },
  _links: { base: `${origin}/wiki`, context: '/wiki' },
})

export const spaceV1 = (space: DemoSpace, origin: string) => ({
  // The first API gives a space's id as a number, the second as a string.
  id: Number(space.id),
  key: space.key,
  name: space.name,
  type: space.type,
  status: 'current',
  _expandable: { homepage: '', description: '', icon: '' },
  _links: {
    webui: `/spaces/${space.key}`,
    self: `${origin}/wiki/rest/api/space/${space.key}`,
  },
})

export const contentV1 = (content: DemoContent, origin: string) => ({
  id: content.id,
  type: content.kind,
  status: content.status,
  title: content.title,
  macroRenderedOutput: {},
  extensions: { position: null },
  _expandable: {
    space: `/rest/api/space/${content.spaceKey}`,
    history: `/rest/api/content/${content.id}/history`,
    version: '',
  },
  _links: {
    webui: webui(content),
    tinyui: `/x/${encodeTinyLink(content.id)}`,
    self: `${origin}/wiki/rest/api/content/${content.id}`,
  },
})

/** Where an entity that was not expanded can be read; relative to `/wiki`. */
function referenceTo({ type, key }: EntityRef): string {
  return type === 'user'
    ? `/rest/api/user?accountId=${encodeURIComponent(key)}`
    : `/rest/api/${type}/${encodeURIComponent(key)}`
}

function entityV1(world: World, { type, key }: EntityRef, origin: string): object | undefined {
  if (type === 'user') {
    const user = world.users.get(key)
    return user && userV1(user, origin)
  }
  if (type === 'space') {
    const space = world.spaces.get(key)
    return space && spaceV1(space, origin)
  }
  const content = world.content.get(key)
  return content && contentV1(content, origin)
}

export const parts = ['relationData', 'source', 'target'] as const
export type Part = (typeof parts)[number]

/** A relation with the parts that are expanded; the others stay named in `_expandable`. */
export function relationV1(
  world: World,
  { name, source, target, createdBy, createdAt }: DemoRelation,
  expanded: ReadonlySet<Part>,
  origin: string,
) {
  const creator = world.users.get(createdBy)
  const bodyOf: Record<Part, () => object | undefined> = {
    relationData: () => ({
      ...(creator && { createdBy: userV1(creator, origin) }),
      createdDate: createdAt,
      friendlyCreatedDate: createdAt.slice(0, 10),
    }),
    source: () => entityV1(world, source, origin),
    target: () => entityV1(world, target, origin),
  }
  const references: Record<Part, string> = {
    relationData: '',
    source: referenceTo(source),
    target: referenceTo(target),
  }
  const path = [name, 'from', source.type, source.key, 'to', target.type, target.key]
  return {
    name,
    ...Object.fromEntries(parts.filter((p) => expanded.has(p)).map((p) => [p, bodyOf[p]()])),
    _expandable: Object.fromEntries(
      parts.filter((p) => !expanded.has(p)).map((p) => [p, references[p]]),
    ),
    _links: {
      base: `${origin}/wiki`,
      context: '/wiki',
      self: `${origin}/wiki/rest/api/relation/${path.map(encodeURIComponent).join('/')}`,
    },
  }
}
