import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDemoSite, type DemoSite, type Trap, traps } from '../../../../electron/demo-site'
import { operations } from '../../resources/api-description'
import { ask, content, firstContent, relationAt, sourcesOf, space, targetsOf, user } from './client'

let site: DemoSite
beforeAll(async () => {
  site = await createDemoSite({ pages: 120 })
})
afterAll(() => site.close())

type Question = {
  /** The operation as the description names it. */
  readonly id: string
  readonly path: string
  readonly method?: string
  readonly body?: unknown
}

const everything = 'expand=relationData,source,target'
const singles = [
  { id: 'getWhiteboard', kind: 'whiteboard' },
  { id: 'getDatabase', kind: 'database' },
  { id: 'getFolder', kind: 'folder' },
  { id: 'getEmbed', kind: 'embed' },
] as const

/** Each operation, asked for something that is there, and for something that is refused. */
function questions(): Question[] {
  const page = content(
    firstContent(site, (one) => one.kind === 'page' && one.status === 'current' && !one.restricted)
      .id,
  )
  const made = relationAt('made-here', page, space('ENG'))
  const [someone = ''] = site.world.users.keys()
  return [
    { id: 'findTargets', path: targetsOf('link', page, 'content', everything) },
    { id: 'findTargets', path: targetsOf('part-of', user('current'), 'space', everything) },
    { id: 'findTargets', path: targetsOf('link', content('1'), 'content') },
    { id: 'findTargets', path: targetsOf('link', page, 'content', 'limit=x') },
    { id: 'findTargets', path: targetsOf('favourite', user('current'), 'content') },
    { id: 'findSources', path: sourcesOf('link', page, 'content', everything) },
    { id: 'findSources', path: sourcesOf('part-of', space('ENG'), 'user', everything) },
    { id: 'findSources', path: sourcesOf('link', space('NOPE'), 'content') },
    { id: 'createRelation', path: made, method: 'PUT' },
    { id: 'createRelation', path: relationAt('like', user('current'), page), method: 'PUT' },
    { id: 'getRelation', path: `${made}?${everything}` },
    { id: 'getRelation', path: relationAt('never', page, page) },
    { id: 'deleteRelation', path: made, method: 'DELETE' },
    { id: 'deleteRelation', path: relationAt('never', page, space('NOPE')), method: 'DELETE' },
    { id: 'currentUser', path: '/wiki/rest/api/user/current' },
    { id: 'searchContent', path: '/wiki/rest/api/search?cql=type=page&limit=7' },
    { id: 'searchContent', path: '/wiki/rest/api/search?cql=type=space' },
    { id: 'searchContent', path: '/wiki/rest/api/search' },
    { id: 'searchContent', path: '/wiki/rest/api/search?cql=type=bogus' },
    { id: 'searchUsers', path: '/wiki/rest/api/search/user?cql=type=user&limit=50' },
    { id: 'searchUsers', path: '/wiki/rest/api/search/user?cql=nonsense' },
    { id: 'listPages', path: '/wiki/api/v2/pages?status=trashed&status=archived&sort=-title' },
    { id: 'listPages', path: '/wiki/api/v2/pages?id=att1' },
    { id: 'listPages', path: '/wiki/api/v2/pages?body-format=storage' },
    { id: 'listPages', path: '/wiki/api/v2/pages?body-format=atlas_doc_format' },
    { id: 'listBlogposts', path: '/wiki/api/v2/blogposts?body-format=storage' },
    { id: 'listBlogposts', path: '/wiki/api/v2/blogposts?limit=3' },
    { id: 'listBlogposts', path: '/wiki/api/v2/blogposts?status=archived' },
    ...singles.flatMap(({ id, kind }) => {
      const one = firstContent(site, (other) => other.kind === kind).id
      return [one, '9'].map((key) => ({ id, path: `/wiki/api/v2/${kind}s/${key}` }))
    }),
    { id: 'getAttachment', path: '/wiki/api/v2/attachments/att9' },
    {
      id: 'convertIdsToTypes',
      path: '/wiki/api/v2/content/convert-ids-to-types',
      method: 'POST',
      body: { contentIds: [page.key, '9'] },
    },
    {
      id: 'convertIdsToTypes',
      path: '/wiki/api/v2/content/convert-ids-to-types',
      method: 'POST',
      body: {},
    },
    { id: 'listSpaces', path: '/wiki/api/v2/spaces?type=personal&sort=-key' },
    { id: 'listSpaces', path: '/wiki/api/v2/spaces' },
    { id: 'listSpaces', path: '/wiki/api/v2/spaces?status=nice' },
    {
      id: 'usersBulk',
      path: '/wiki/api/v2/users-bulk',
      method: 'POST',
      body: { accountIds: [...site.world.users.keys(), someone] },
    },
    { id: 'usersBulk', path: '/wiki/api/v2/users-bulk', method: 'POST', body: {} },
  ]
}

/** Traps that are there to answer what the description does not know. */
const shapeless: readonly Trap[] = [
  'cut-json',
  'items-without-id',
  'relations-without-name',
  'no-results',
]
/** Late or dropped answers are met by other tests. */
const late: readonly Trap[] = ['slow', 'resets', 'write-lost']

/** Asks everything; `ask` holds each answer in JSON against the description. */
async function statuses(who: object = {}): Promise<Map<string, Set<number>>> {
  const met = new Map<string, Set<number>>()
  for (const { id, path, ...asking } of questions()) {
    const { status } = await ask(site, path, { ...asking, ...who })
    met.set(id, (met.get(id) ?? new Set()).add(status))
  }
  return met
}

describe('every answer, held against the description of the API', () => {
  it('fits it, for each operation done and refused', async () => {
    const met = await statuses()
    expect([...met.keys()].sort()).toEqual(operations.map(({ id }) => id).sort())
    for (const [id, found] of met) {
      // No file is attached to any page of the site, so it only says that there is none.
      const done = found.has(200) || found.has(204)
      expect([id, done]).toEqual([id, id !== 'getAttachment'])
      // With good credentials nothing makes `user/current` refuse.
      if (id !== 'currentUser') expect([id, Math.max(...found) >= 400]).toEqual([id, true])
    }
  })

  it.each([{ token: 'wrong' }, { anonymous: true }])('fits it, for %o', async (who) => {
    for (const [id, found] of await statuses(who)) {
      expect([id, [...found].every((status) => status === 403 || status === 404)]).toEqual([
        id,
        true,
      ])
    }
  })

  it.each(traps.filter((trap) => !shapeless.includes(trap) && !late.includes(trap)))(
    'fits it under the trap %s',
    async (trap) => {
      site.setTraps([trap])
      const met = await statuses()
      site.setTraps([])
      expect(met.size).toBe(operations.length)
    },
  )
})
