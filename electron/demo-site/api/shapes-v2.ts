import type { DemoContent, DemoSpace, DemoUser, World } from '../world'
import { namesOf } from './shapes-v1'
import { webui } from './web-address'

export const contentV2 = (content: DemoContent, world: World) => ({
  id: content.id,
  type: content.kind,
  status: content.status,
  title: content.title,
  spaceId: world.spaces.get(content.spaceKey)?.id,
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

export const userV2 = (user: DemoUser) => ({
  accountId: user.accountId,
  ...namesOf(user),
  accountStatus: user.accountStatus,
  accountType: user.accountType,
  email: '',
  profilePicture: { path: '/wiki/aa-avatar/default', isDefault: true },
})
