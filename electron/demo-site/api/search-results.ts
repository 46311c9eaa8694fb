import { indexWords } from '../cql'
import type { DemoContent, DemoSpace, DemoUser } from '../world'
import { contentV1, spaceV1, userV1 } from './shapes-v1'
import { webui } from './web-address'

/** Search marks the words it found, unless it is asked for no excerpt. */
function marked(title: string, query: string): string {
  const wanted = new Set(indexWords(query))
  return title.replace(/[\p{L}\p{N}]+/gu, (word) =>
    wanted.has(indexWords(word)[0] ?? '') ? `@@@hl@@@${word}@@@endhl@@@` : word,
  )
}

export const contentResult = (
  content: DemoContent,
  space: DemoSpace | undefined,
  query: string,
  origin: string,
) => ({
  content: contentV1(content, origin),
  title: marked(content.title, query),
  excerpt: '',
  url: webui(content),
  ...(space && {
    resultGlobalContainer: { title: space.name, displayUrl: `/spaces/${space.key}` },
  }),
  breadcrumbs: [],
  entityType: 'content',
  iconCssClass: `aui-icon content-type-${content.kind}`,
  lastModified: content.changedAt,
})

export const spaceResult = (space: DemoSpace, query: string, origin: string) => ({
  space: spaceV1(space, origin),
  title: marked(space.name, query),
  excerpt: '',
  url: `/spaces/${space.key}`,
  breadcrumbs: [],
  entityType: 'space',
  iconCssClass: 'aui-icon content-type-space',
  lastModified: space.createdAt,
})

export const userResult = (user: DemoUser, origin: string) => ({
  user: userV1(user, origin),
  title: user.name,
  excerpt: '',
  url: `/people/${encodeURIComponent(user.accountId)}`,
  breadcrumbs: [],
  entityType: 'user',
  iconCssClass: 'aui-icon content-type-profile',
  lastModified: '2026-01-05T08:00:00.000Z',
})
