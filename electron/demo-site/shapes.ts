import type { EntityRef } from '@shared/graph'
import type { DemoRelation } from './relation-store'
import type { World } from './world'
import type { DemoContent, DemoSpace, DemoUser } from './world-parts'

const slug = (title: string) => encodeURIComponent(title).replace(/%20/g, '+')

/** Address for people, relative and without `/wiki`, as both APIs give it. */
export function webui(content: DemoContent): string {
  const space = `/spaces/${content.spaceKey}`
  if (content.kind === 'page') return `${space}/pages/${content.id}/${slug(content.title)}`
  if (content.kind !== 'blogpost') return `${space}/${content.kind}/${content.id}`
  const day = content.createdAt.slice(0, 10).replaceAll('-', '/')
  return `${space}/blog/${day}/${content.id}/${slug(content.title)}`
}

export const userV1 = ({ accountId, name }: DemoUser, origin: string) => ({
  type: 'known',
  accountId,
  accountType: 'atlassian',
  email: '',
  publicName: name,
  displayName: name,
  _expandable: { operations: '', personalSpace: '' },
  _links: { self: `${origin}/wiki/rest/api/user?accountId=${encodeURIComponent(accountId)}` },
})

export const spaceV1 = (space: DemoSpace, origin: string) => ({
  // The first API gives a space's id as a number, the second as a string.
  id: Number(space.id),
  key: space.key,
  name: space.name,
  type: space.type,
  status: 'current',
  _expandable: { homepage: '', description: '' },
  _links: { webui: `/spaces/${space.key}`, self: `${origin}/wiki/rest/api/space/${space.key}` },
})

export const contentV1 = (content: DemoContent, origin: string) => ({
  id: content.id,
  type: content.kind,
  status: content.status,
  title: content.title,
  _expandable: { space: `/rest/api/space/${content.spaceKey}`, history: '' },
  _links: { webui: webui(content), self: `${origin}/wiki/rest/api/content/${content.id}` },
})

export const contentV2 = (content: DemoContent, spaceId: string | undefined) => ({
  id: content.id,
  status: content.status,
  title: content.title,
  ...(spaceId === undefined ? {} : { spaceId }),
  authorId: content.authorId,
  createdAt: content.createdAt,
  version: {
    number: content.version,
    createdAt: content.createdAt,
    authorId: content.authorId,
    message: '',
    minorEdit: false,
  },
  _links: { webui: webui(content) },
})

export const spaceV2 = (space: DemoSpace) => ({
  id: space.id,
  key: space.key,
  name: space.name,
  type: space.type,
  status: 'current',
  authorId: space.authorId,
  createdAt: space.createdAt,
  homepageId: null,
  _links: { webui: `/spaces/${space.key}` },
})

export const userV2 = ({ accountId, name }: DemoUser) => ({
  accountId,
  displayName: name,
  publicName: name,
  accountStatus: 'active',
  accountType: 'atlassian',
  email: '',
})

/** Where an entity that was not expanded can be read. */
const referenceTo = ({ type, key }: EntityRef): string => {
  if (type === 'user') return `/rest/api/user?accountId=${encodeURIComponent(key)}`
  return `/rest/api/${type}/${encodeURIComponent(key)}`
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

export type Part = 'relationData' | 'source' | 'target'

/** A relation with the parts that are expanded; the others stay named in `_expandable`. */
export function relationV1(
  world: World,
  relation: DemoRelation,
  expanded: ReadonlySet<Part>,
  origin: string,
) {
  const { name, source, target, createdBy, createdAt } = relation
  const creator = world.users.get(createdBy)
  const data = {
    ...(creator === undefined ? {} : { createdBy: userV1(creator, origin) }),
    createdDate: createdAt,
    friendlyCreatedDate: createdAt.slice(0, 10),
  }
  const parts: Record<Part, object | undefined> = {
    relationData: data,
    source: entityV1(world, source, origin),
    target: entityV1(world, target, origin),
  }
  const references: Record<Part, string> = {
    relationData: '',
    source: referenceTo(source),
    target: referenceTo(target),
  }
  const all: Part[] = ['relationData', 'source', 'target']
  const shown = all.filter((part) => expanded.has(part) && parts[part] !== undefined)
  const rest = all.filter((part) => !shown.includes(part))
  const self = `${origin}/wiki/rest/api/relation/${encodeURIComponent(name)}/from/${source.type}/${encodeURIComponent(source.key)}/to/${target.type}/${encodeURIComponent(target.key)}`
  return {
    name,
    ...Object.fromEntries(shown.map((part) => [part, parts[part]])),
    _expandable: Object.fromEntries(rest.map((part) => [part, references[part]])),
    _links: { self },
  }
}
