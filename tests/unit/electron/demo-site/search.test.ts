import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createDemoSite, type DemoSite } from '../../../../electron/demo-site'
import { ask, firstContent, titled } from './client'

let site: DemoSite
beforeAll(async () => {
  site = await createDemoSite()
})
afterAll(() => site.close())

const Page = z.object({
  results: z.array(
    z.object({
      title: z.string(),
      content: z.object({ id: z.string(), title: z.string() }).optional(),
      space: z.object({ key: z.string() }).optional(),
      user: z.object({ accountId: z.string() }).optional(),
      resultGlobalContainer: z.object({ title: z.string(), displayUrl: z.string() }).optional(),
    }),
  ),
  size: z.number(),
  totalSize: z.number(),
  _links: z.object({ next: z.string().optional() }),
})

async function search(cql: string, query = 'excerpt=none&limit=200', kind = '') {
  const path = `/wiki/rest/api/search${kind}?cql=${encodeURIComponent(cql)}&${query}`
  return Page.parse((await ask(site, path)).body)
}
const titles = async (cql: string) => (await search(cql)).results.map(({ title }) => title)

describe('a search for content', () => {
  it('finds pages and posts by the beginning of a word in any case', async () => {
    const found = await titles('type in (page, blogpost) and title ~ "inGEST pipe*"')
    expect(found).toContain('Ingest pipeline')
    expect(found).toContain('Why we rewrote the ingest pipeline')
    expect(found).not.toContain('Ingest message schema')
    expect(found).not.toContain('Ingest pipeline sketch')
  })

  it('matches whole words only without a star, and no accents', async () => {
    expect(await titles('type = page and title ~ "ingest pipe"')).toEqual([])
    expect(await titles('type = page and title ~ "Retrospective"')).toEqual(
      expect.arrayContaining(['Research retrospective', 'Retrospective formats']),
    )
  })

  it('gives the content, its space and its address', async () => {
    const { results } = await search('title ~ "On-call guide"')
    expect(results).toMatchObject([
      {
        content: { id: titled(site, 'On-call guide').id, title: 'On-call guide' },
        resultGlobalContainer: { title: 'Operations', displayUrl: '/spaces/OPS' },
      },
    ])
  })

  it('marks what matched unless it is asked not to', async () => {
    const marked = await search('title ~ "On-call guide"', '')
    expect(marked.results[0]?.title).toBe(
      '@@@hl@@@On@@@endhl@@@-@@@hl@@@call@@@endhl@@@ @@@hl@@@guide@@@endhl@@@',
    )
  })

  it('finds spaces', async () => {
    const { results } = await search('type = space and title ~ "peop*"')
    expect(results.map(({ space }) => space?.key)).toEqual(['PEOPLE'])
  })

  it('knows text, siteSearch, space, id, favourite and their opposites', async () => {
    const guide = titled(site, 'On-call guide').id
    expect(await titles('siteSearch ~ "on-call gui*"')).toEqual(['On-call guide'])
    expect(await titles('text ~ "on-call" and space = OPS and type != blogpost')).toEqual(
      expect.arrayContaining(['On-call guide', 'On-call rota rules']),
    )
    expect(await titles(`id in (${guide}, "1")`)).toEqual(['On-call guide'])
    expect(await titles(`(id = ${guide} or title = "Pension") and not space.key = "OPS"`)).toEqual([
      'Pension',
    ])
    expect((await titles('favourite = currentUser()')).length).toBeGreaterThan(3)
    const inSpace = 'type = page and space = OPS'
    const runbooks = await titles(`${inSpace} and title ~ "runbook"`)
    const others = await titles(`${inSpace} and title !~ "runbook"`)
    expect([...runbooks, ...others].sort()).toEqual((await titles(inSpace)).sort())
    expect(Math.min(runbooks.length, others.length)).toBeGreaterThan(5)
    expect(await titles('type not in (page, space) and space = RES')).toContain(
      'Back from the fjord campaign',
    )
  })

  it('reads escapes in quoted text', async () => {
    expect(await titles('title ~ "say \\"hello\\" \\\\ porto"')).toEqual([])
    expect(await titles('title ~ "\\"hello\\" porto"')).toEqual(['Hello from the Porto office'])
  })

  it('shows neither hidden nor archived nor trashed content', async () => {
    const all = await search('type = page', 'limit=250&excerpt=none')
    const ids = new Set(all.results.map(({ content }) => content?.id))
    for (const is of ['archived', 'trashed', 'restricted'] as const) {
      const one = firstContent(
        site,
        (content) => content.status === is || (is === 'restricted' && content.restricted),
      )
      expect(ids.has(one.id)).toBe(false)
      expect(await titles(`title = "${one.title}"`)).toEqual([])
    }
  })

  it('goes on by cursor alone; hidden pages make a page short, and the total an estimate', async () => {
    const cql = 'type = page'
    const seen: string[] = []
    const first = await search(cql, 'limit=40')
    let page = first
    const sizes: number[] = []
    for (;;) {
      sizes.push(page.results.length)
      seen.push(...page.results.map(({ content }) => content?.id ?? ''))
      if (page._links.next === undefined) break
      expect(page._links.next).toMatch(/^\/rest\/api\/search\?next=true&cursor=/)
      page = Page.parse((await ask(site, `/wiki${page._links.next}`)).body)
    }
    const found = [...site.world.content.values()].filter(
      ({ kind, status }) => kind === 'page' && status === 'current',
    )
    const open = found.filter(({ restricted }) => !restricted)
    expect(seen).toEqual(open.map(({ id }) => id))
    expect(first.totalSize).toBe(found.length)
    expect(open.length).toBeLessThan(found.length)
    expect(sizes.slice(0, -1).some((size) => size < 40)).toBe(true)
    expect((await search(cql, 'limit=40&start=40')).results).toEqual(first.results)
  })

  it('refuses a type that it does not know, with those it knows', async () => {
    const { status, body } = await ask(site, '/wiki/rest/api/search?cql=type%20=%20bogus')
    const message =
      'com.atlassian.confluence.api.service.exceptions.api.BadRequestException: Unsupported value for type, got : bogus, expected one of : [space, user, page, blogpost, comment, attachment, database, whiteboard, slide, embed, folder]'
    expect([status, body]).toEqual([400, { message, statusCode: 400 }])
  })

  it.each([
    '',
    'title',
    'title ~',
    'title ~ "open',
    'title ~ "a" and',
    'title ~ "a" title ~ "b"',
    '(title ~ "a"',
    'type in (page',
    'type in ()',
    'colour = "red"',
    'type ~ "page"',
    'text = "word"',
    '"title" ~ "a"',
    'title ~ "a" ; drop',
    'user.fullname ~ "Amara"',
  ])('refuses the query %j', async (cql) => {
    const path = `/wiki/rest/api/search?cql=${encodeURIComponent(cql)}`
    const { status, body } = await ask(site, path)
    expect([status, body]).toEqual([400, expect.objectContaining({ statusCode: 400 })])
  })

  it('refuses parentheses beyond what a reader holds', async () => {
    const { status } = await ask(site, `/wiki/rest/api/search?cql=${'('.repeat(12_000)}`)
    expect(status).toBe(400)
  })

  it('refuses a limit that is no number', async () => {
    const path = '/wiki/rest/api/search?cql=type=page&limit=-1'
    expect((await ask(site, path)).status).toBe(400)
  })
})

describe('a search for what a person knows', () => {
  it('finds what they viewed last, some at most', async () => {
    const { results } = await search('id in recentlyViewedContent(10, 0)')
    expect(results).toHaveLength(8)
    expect(new Set(results.map(({ content }) => content?.id)).size).toBe(8)
  })

  it.each(['id in recentlyViewedContent(ten)', 'id in recentlyViewedContent(10', 'id in (f(1 2))'])(
    'refuses a function that is no list: %s',
    async (cql) => {
      const path = `/wiki/rest/api/search?cql=${encodeURIComponent(cql)}`
      expect((await ask(site, path)).status).toBe(400)
    },
  )
})

describe('a search for people', () => {
  const people = async (cql: string) => {
    const { results } = await search(cql, 'limit=10', '/user')
    return results.map(({ title }) => title)
  }

  it('finds by the beginning of a name, without accents', async () => {
    expect(await people('user.fullname ~ "amar*"')).toEqual(['Amara Okafor'])
    expect(await people('user.fullname ~ "ibanez"')).toEqual(['Carmen Ibáñez'])
    expect(await people('user = currentUser()')).toEqual(['Amara Okafor'])
    // Without a star, too: here `~` means "starting with".
    expect(await people('user.fullname~amar')).toEqual(['Amara Okafor'])
    expect(await people('type = user and user.fullname ~ "oka"')).toEqual(['Amara Okafor'])
  })

  it('finds neither private names nor closed accounts', async () => {
    const unseen = [...site.world.users.values()].filter(
      ({ isPrivate, accountStatus }) => isPrivate || accountStatus === 'closed',
    )
    expect(unseen).toHaveLength(2)
    for (const { name } of unseen) expect(await people(`user.fullname ~ "${name}"`)).toEqual([])
  })

  it('refuses other fields', async () => {
    const path = `/wiki/rest/api/search/user?cql=${encodeURIComponent('title ~ "a"')}`
    expect((await ask(site, path)).status).toBe(400)
  })
})
