import type { DemoContent, DemoSpace, DemoUser, World } from '../world'
import { namesInV2 } from './shapes-v1'
import { webui } from './web-address'

/** Pages and blog posts do not say their type, since the address does; all else in the tree does. */
export const contentV2 = (content: DemoContent, world: World) => ({
  id: content.id,
  ...(content.kind !== 'page' && content.kind !== 'blogpost' && { type: content.kind }),
  status: content.status,
  title: content.title,
  spaceId: world.spaces.get(content.spaceKey)?.id,
  ...(content.kind === 'page' && placeOf(content)),
  authorId: content.authorId,
  ...(content.kind === 'page' && { ownerId: content.authorId, lastOwnerId: null }),
  createdAt: content.createdAt,
  version: {
    number: content.version,
    createdAt: content.changedAt,
    authorId: content.authorId,
    message: '',
    minorEdit: false,
  },
  _links: { webui: webui(content) },
})

/** Where a page stands in the tree of its space. */
const placeOf = ({ parentId }: DemoContent) => ({
  parentId,
  parentType: parentId === null ? null : 'page',
})

export const spaceV2 = (space: DemoSpace, world: World) => ({
  id: space.id,
  key: space.key,
  name: space.name,
  type: space.type,
  status: space.status,
  authorId: space.authorId,
  createdAt: space.createdAt,
  ...homepageOf(space, world),
  _links: { webui: `/spaces/${space.key}` },
})

/** By what the site holds: a large one has a hundred thousand pages. */
const homepages = new WeakMap<World['content'], ReadonlyMap<string, string>>()

/** The first page of a space that all may see is its home; a space without pages has none. */
function homepageOf({ key }: DemoSpace, world: World): { readonly homepageId?: string } {
  const known = homepages.get(world.content) ?? findHomepages(world)
  homepages.set(world.content, known)
  const homepageId = known.get(key)
  return homepageId === undefined ? {} : { homepageId }
}

function findHomepages({ content }: World): Map<string, string> {
  const found = new Map<string, string>()
  for (const { id, kind, status, restricted, spaceKey } of content.values()) {
    const isHome = kind === 'page' && status === 'current' && !restricted
    if (isHome && !found.has(spaceKey)) found.set(spaceKey, id)
  }
  return found
}

export const userV2 = (user: DemoUser) => ({
  accountId: user.accountId,
  ...namesInV2(user),
  accountStatus: user.accountStatus,
  accountType: user.accountType,
  email: '',
  profilePicture: { path: '/wiki/aa-avatar/default', isDefault: true },
})
