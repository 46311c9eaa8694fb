import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Described, FoundPage, Searched } from '@shared/contract'
import { Relation } from '@shared/graph'
import { answersOf } from '../../../resources/from-description'
import { fits } from '../../../resources/api-description'
import { clientFor, content, serve, space, user } from './serve'

/** `npm run test:long` asks each of them ten thousand times. */
const runs = process.env['LONG_TESTS'] === '1' ? 10_000 : 200

const List = z.object({ results: z.array(z.unknown()) })
const rowsOf = (body: unknown): readonly unknown[] => List.safeParse(body).data?.results ?? []

/** What no description allows, but what a list was seen to hold, or may. */
const odd: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    ...[null, 7, 'x', [], {}, { id: null }, { id: '../..' }, { key: '\nA' }, { accountId: '' }],
    ...[
      { key: 'K'.repeat(300), name: 'x' },
      { accountId: '\ud800', type: 'known' },
    ],
    { name: 'x', target: { accountId: '\udfff', type: 'known' }, _links: {} },
    { name: 'x', target: { key: '\r\nDOC', type: 'global', name: 'x' }, _links: {} },
    { name: 'x', _links: {}, _expandable: { target: '/rest/api/space/%0ADOC' } },
  ),
  fc.jsonValue({ maxDepth: 2 }),
)
const withOdd = (body: unknown, rows: readonly unknown[], at: number): unknown => {
  const results = [...rowsOf(body)]
  for (const row of rows) results.splice(at % (results.length + 1), 0, row)
  return { ...(body as object), results }
}

/** Answers to every call, by the schema that the description names for it. */
const routes = {
  '/wiki/rest/api/relation/link/from/content/1/to/content/2': 'Relation',
  '/wiki/rest/api/relation/': 'RelationArray',
  '/wiki/rest/api/search': 'SearchPage',
  '/wiki/rest/api/user/current': 'User',
  '/wiki/api/v2/pages': 'PageList',
  '/wiki/api/v2/blogposts': 'BlogPostList',
  '/wiki/api/v2/spaces': 'SpaceList',
  '/wiki/api/v2/users-bulk': 'UserList',
  '/wiki/api/v2/whiteboards': 'TreeContent',
} as const
type Bodies = Readonly<Record<(typeof routes)[keyof typeof routes], unknown>>
const anyBodies: fc.Arbitrary<Bodies> = fc.record({
  Relation: answersOf('Relation'),
  RelationArray: answersOf('RelationArray'),
  SearchPage: answersOf('SearchPage'),
  User: answersOf('User'),
  PageList: answersOf('PageList'),
  BlogPostList: answersOf('BlogPostList'),
  SpaceList: answersOf('SpaceList'),
  UserList: answersOf('UserList'),
  TreeContent: answersOf('TreeContent'),
})

/** A site whose answers a test changes. */
async function changing() {
  let bodies: Partial<Bodies> = {}
  const { origin } = await serve(({ url }, response) => {
    const [, schema] = Object.entries(routes).find(([path]) => url.startsWith(path)) ?? []
    const types = { results: { 1: 'whiteboard', 2: null } }
    const body = schema === undefined ? types : bodies[schema]
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify(body))
  })
  return {
    client: () => clientFor(origin),
    set: (next: Bodies) => {
      bodies = next
    },
  }
}

const find = { relation: 'link', source: content('1') } as const
const types = ['content', 'space', 'user'] as const
const refs = [content('1'), content('2'), user('a:1'), space('DOC')]

describe('an answer as the official descriptions allow it', () => {
  it('is made as described', () => {
    for (const name of Object.values(routes)) {
      fc.assert(
        fc.property(answersOf(name), (body) => fits(name, body)),
        { numRuns: 100 },
      )
    }
  })

  it('is always read, and an odd row loses no other', { timeout: 300_000 }, async () => {
    const { client, set } = await changing()
    await fc.assert(
      fc.asyncProperty(
        anyBodies,
        fc.array(odd, { maxLength: 3 }),
        fc.nat(8),
        fc.constantFrom(...types),
        async (bodies, rows, at, targetType) => {
          const asIs = client()
          const RelationArray = withOdd(bodies.RelationArray, rows, at)
          const SearchPage = withOdd(bodies.SearchPage, rows, at)
          set({ ...bodies, RelationArray, SearchPage })
          const page = FoundPage.parse(await asIs.targets({ ...find, targetType }))
          const all = rowsOf(RelationArray).length
          expect(page.relations.length + page.unidentified).toBe(all)
          const searched = Searched.parse(await asIs.search('x'))
          expect(searched.failed).toEqual([])
          await asIs.close()
        },
      ),
      { numRuns: runs },
    )
  })

  it('gives one relation', { timeout: 300_000 }, async () => {
    const { client, set } = await changing()
    await fc.assert(
      fc.asyncProperty(anyBodies, async (bodies) => {
        set(bodies)
        const asIs = client()
        const one = await asIs.get({ ...find, target: content('2') })
        expect(Relation.parse(one.relation).id).toBe('link|content:1|content:2')
        await asIs.close()
      }),
      { numRuns: runs },
    )
  })

  it('describes what it names, and leaves nothing unsaid', { timeout: 300_000 }, async () => {
    const { client, set } = await changing()
    await fc.assert(
      fc.asyncProperty(
        anyBodies,
        fc.array(odd, { maxLength: 3 }),
        fc.nat(8),
        async (bodies, rows, at) => {
          const usable = {
            PageList: { id: '1', title: 'Page' },
            UserList: { accountId: 'a:1', publicName: 'Ann' },
            SpaceList: { id: '5', key: 'DOC', name: 'Docs' },
          }
          const PageList = withOdd(withOdd(bodies.PageList, [usable.PageList], at), rows, at + 1)
          const UserList = withOdd(withOdd(bodies.UserList, [usable.UserList], at), rows, at + 1)
          const SpaceList = withOdd(withOdd(bodies.SpaceList, [usable.SpaceList], at), rows, at + 1)
          set({ ...bodies, PageList, UserList, SpaceList })
          const asIs = client()
          const told = Described.parse(await asIs.describe(refs))
          const ids = new Set(told.entities.map(({ id }) => id))
          expect([...ids]).toEqual(expect.arrayContaining(['content:1', 'user:a:1', 'space:DOC']))
          const failed = told.failed.flatMap(({ part, nodes }) => (part === 'title' ? nodes : []))
          const said = ids.has('content:2') || [...told.missing, ...failed].includes('content:2')
          expect(said).toBe(true)
          await asIs.close()
        },
      ),
      { numRuns: runs },
    )
  })
})
