import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDemoSite, type DemoSite } from '../../../../electron/demo-site'
import { fits } from '../../resources/api-description'
import {
  ask,
  content,
  ErrorV1,
  firstContent,
  Relation,
  relationAt,
  relationPage,
  RelationPage,
  sourcesOf,
  space,
  targetsOf,
  titled,
  user,
} from './client'

let site: DemoSite
beforeAll(async () => {
  site = await createDemoSite()
})
afterAll(() => site.close())

const hub = () => content(titled(site, 'Architecture overview').id)
const plain = (title: string) => content(titled(site, title).id)
const me = () => user(site.world.me.accountId)

describe('a find', () => {
  it('gives the sources of a hub page by page, each once', async () => {
    const seen: string[] = []
    let path: string | undefined = sourcesOf('link', hub(), 'content', 'limit=50')
    while (path !== undefined) {
      const page: Awaited<ReturnType<typeof relationPage>> = await relationPage(site, path)
      expect(page.size).toBe(page.results.length)
      seen.push(...page.results.map(({ _expandable }) => _expandable['source'] ?? ''))
      expect(page._links.next ?? '/rest/api/').toMatch(/^\/rest\/api\//)
      path = page._links.next && `/wiki${page._links.next}`
    }
    expect(seen.length).toBeGreaterThanOrEqual(120)
    expect(new Set(seen).size).toBe(seen.length)
    const known = site.world.relations.sources('link', hub(), 'content')
    const visible = known.filter(
      ({ source }) => site.world.content.get(source.key)?.restricted === false,
    )
    expect(seen.sort()).toEqual(
      visible.map(({ source }) => `/rest/api/content/${source.key}`).sort(),
    )
  })

  it('gives 25 results unless asked, and never more than 100', async () => {
    const first = await relationPage(site, sourcesOf('link', hub(), 'content'))
    expect([first.limit, first.size]).toEqual([25, 25])
    const most = await relationPage(site, sourcesOf('link', hub(), 'content', 'limit=500'))
    expect([most.limit, most.size]).toEqual([100, 100])
    expect(most._links).toMatchObject({ base: `${site.origin}/wiki`, context: '/wiki' })
  })

  it('offers a next page for ever when asked for none', async () => {
    const page = await relationPage(site, sourcesOf('link', hub(), 'content', 'limit=0'))
    expect(page).toMatchObject({ results: [], limit: 0, size: 0 })
    const next = await relationPage(site, `/wiki${page._links.next ?? ''}`)
    expect(next._links.next).toContain('limit=0&start=0')
    const none = await relationPage(site, targetsOf('never-used', hub(), 'content', 'limit=0'))
    expect(none._links.next).toContain('limit=0&start=0')
  })

  it('ends where there is no more', async () => {
    const page = await relationPage(site, sourcesOf('link', hub(), 'content', 'start=5000'))
    expect(page).toMatchObject({ results: [], start: 5_000, size: 0 })
    expect(page._links.next).toBeUndefined()
  })

  it.each([
    { type: 'content', name: 'link' },
    { type: 'user', name: 'owned-by' },
    { type: 'space', name: 'part-of' },
  ])('expands a $type only when asked, and refers to it else', async ({ type, name }) => {
    const relation = [...site.world.relations.all()].find(
      (one) =>
        one.name === name &&
        one.source.type === 'content' &&
        one.target.type === type &&
        site.world.content.get(one.source.key)?.status === 'current' &&
        site.world.content.get(one.source.key)?.restricted === false &&
        site.world.content.get(one.target.key)?.restricted !== true,
    )
    if (relation === undefined) throw new Error(`nothing is ${name}`)
    const bare = await relationPage(site, targetsOf(name, relation.source, type))
    const [first] = bare.results
    expect(first).toMatchObject({ name, _expandable: { relationData: '' } })
    expect([first?.source, first?.target, first?.relationData]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    expect(first?._expandable['target']).toMatch(
      /^\/rest\/api\/(content\/\d+|user\?accountId=[^/]+|space\/[^/]+)$/,
    )
    const query = 'expand=relationData,source,target'
    const full = await relationPage(site, targetsOf(name, relation.source, type, query))
    for (const one of full.results) {
      expect(one._expandable).toEqual({})
      expect(fits('Content', one.source)).toBe(true)
      expect(
        fits({ content: 'Content', user: 'User', space: 'Space' }[type] ?? '', one.target),
      ).toBe(true)
      expect(one.relationData?.createdBy.accountId).not.toBe('')
    }
    expect(full.results[0]?.relationData).toMatchObject({
      createdDate: site.world.relations.targets(name, relation.source, relation.target.type)[0]
        ?.createdAt,
    })
  })

  it('is the same for me by the word current and by my account id', async () => {
    const one = await relationPage(site, targetsOf('part-of', user('current'), 'space'))
    const two = await relationPage(site, targetsOf('part-of', me(), 'space'))
    expect(one.results).toEqual(two.results)
    expect(one.size).toBe(1)
  })

  it('gives nothing for a name that nobody uses', async () => {
    expect(await relationPage(site, targetsOf('never-used', hub(), 'content'))).toMatchObject({
      results: [],
      size: 0,
    })
  })

  it('leaves out what may not be seen, and does not find from there', async () => {
    const hidden = firstContent(site, ({ restricted }) => restricted)
    await ask(site, relationAt('zz', hub(), content(hidden.id)), { method: 'PUT' }).then((answer) =>
      expect(answer.status).toBe(404),
    )
    expect((await ask(site, targetsOf('link', content(hidden.id), 'content'))).status).toBe(404)
    const links = [...site.world.relations.all()].filter(
      ({ source, target }) => source.key === hidden.id && target.type === 'content',
    )
    expect(links.length).toBeGreaterThan(0)
    for (const { name, source, target } of links) {
      const path = sourcesOf(name, target, 'content', 'limit=100&targetStatus=any')
      const { text } = await ask(site, path)
      expect(text).not.toContain(`/content/${source.key}`)
    }
  })

  it('filters the other end by the status that is asked for', async () => {
    const { relations, content: all } = site.world
    const relation = [...relations.all()].find(
      ({ name, source, target }) =>
        name === 'link' &&
        all.get(source.key)?.status === 'current' &&
        all.get(source.key)?.restricted === false &&
        all.get(target.key)?.status === 'archived',
    )
    if (relation === undefined) throw new Error('no link leads to an archived page')
    const sizes = await Promise.all(
      ['', 'targetStatus=archived', 'targetStatus=current', 'targetStatus=any'].map(
        async (query) =>
          (await relationPage(site, targetsOf('link', relation.source, 'content', query))).size,
      ),
    )
    const [every = 0, archived = 0, current = 0, any = 0] = sizes
    expect(archived).toBeGreaterThan(0)
    expect([archived + current, any]).toEqual([every, every])
  })

  it.each([
    { path: () => '/wiki/rest/api/relation/link/from/page/1/to/content' },
    { path: () => '/wiki/rest/api/relation/link/from/content/1/to/page' },
    { path: () => '/wiki/rest/api/relation/link/from/content/abc/to/content' },
    { path: () => targetsOf('link', hub(), 'content', 'limit=-1') },
    { path: () => targetsOf('link', hub(), 'content', 'targetVersion=1') },
    { path: () => targetsOf('link', hub(), 'content', 'expand=everything') },
  ])('refuses $path as a bad request', async ({ path }) => {
    const { status, body } = await ask(site, path())
    expect(status).toBe(400)
    expect(ErrorV1.parse(body).message).toMatch(/^com\.atlassian\..*BadRequestException: ./)
  })

  it.each([
    { query: 'limit=ten', given: 'ten' },
    { query: 'limit=2147483648', given: '2147483648' },
    { query: 'start=1.5', given: '1.5' },
    { query: 'sourceStatus=historical&sourceVersion=x', given: 'x' },
  ])('refuses $query as no whole number', async ({ query, given }) => {
    const { status, body } = await ask(site, targetsOf('link', hub(), 'content', query))
    expect([status, body]).toEqual([
      400,
      {
        statusCode: 400,
        message: `org.springframework.web.method.annotation.MethodArgumentTypeMismatchException: Failed to convert value of type 'java.lang.String' to required type 'int'; nested exception is java.lang.NumberFormatException: For input string: "${given}"`,
      },
    ])
  })

  it.each([
    { path: () => targetsOf('link', content('1'), 'content') },
    { path: () => targetsOf('link', content('att123'), 'content') },
    { path: () => targetsOf('part-of', user('nobody'), 'space') },
    { path: () => sourcesOf('part-of', space('NOPE'), 'user') },
    { path: () => targetsOf('link', hub(), 'content', 'sourceStatus=trashed') },
    {
      path: () => targetsOf('link', hub(), 'content', 'sourceStatus=historical&sourceVersion=99'),
    },
    { path: () => targetsOf('favorite', user('current'), 'content') },
  ])('finds nothing to ask about at $path', async ({ path }) => {
    const { status, body } = await ask(site, path())
    expect(status).toBe(404)
    expect(ErrorV1.parse(body).message).toContain('NotFoundException')
  })

  it('reads an earlier version and a trashed page when told to', async () => {
    const query = 'sourceStatus=historical&sourceVersion=1'
    expect((await ask(site, targetsOf('link', hub(), 'content', query))).status).toBe(200)
    const gone = firstContent(site, (one) => one.status === 'trashed' && !one.restricted)
    const from = content(gone.id)
    expect((await ask(site, targetsOf('link', from, 'content'))).status).toBe(404)
    const told = await ask(site, targetsOf('link', from, 'content', 'sourceStatus=trashed'))
    expect(told.status).toBe(200)
  })

  it.each(['favourite', 'like'])('cannot list what is %s', async (name) => {
    for (const path of [
      targetsOf(name, user('current'), 'content'),
      sourcesOf(name, hub(), 'user'),
    ]) {
      const { status, body } = await ask(site, path)
      expect(status).toBe(501)
      expect(ErrorV1.parse(body).message).toMatch(/NotImplementedServiceException: find relations/)
    }
  })
})

describe('one relation', () => {
  it('is made, read, made again without change, and deleted twice', async () => {
    const ends = [plain('Job levels'), plain('Pension')] as const
    const path = relationAt('contradicts', ...ends)
    const before = site.world.relations.size
    expect((await ask(site, path)).status).toBe(404)
    const made = await ask(site, path, { method: 'PUT' })
    expect(made.status).toBe(200)
    expect(Relation.parse(made.body)).toMatchObject({ name: 'contradicts' })
    const query = 'expand=relationData'
    const read = await ask(site, `${path}?${query}`)
    expect(Relation.parse(read.body).relationData?.createdBy.accountId).toBe(me().key)
    await ask(site, path, { method: 'PUT' })
    expect((await ask(site, `${path}?${query}`)).body).toEqual(read.body)
    const found = await relationPage(site, sourcesOf('contradicts', ends[1], 'content'))
    expect(found.results).toEqual([made.body])
    expect(site.world.relations.size).toBe(before + 1)
    for (let time = 0; time < 2; time += 1) {
      const gone = await ask(site, path, { method: 'DELETE' })
      expect([gone.status, gone.text, gone.contentType]).toEqual([204, '', ''])
    }
    expect((await ask(site, path)).status).toBe(404)
    expect(site.world.relations.size).toBe(before)
  })

  it.each(['GET', 'PUT', 'DELETE'])(
    'answers %s with 404 where an end is absent',
    async (method) => {
      for (const path of [
        relationAt('zz', content('1'), hub()),
        relationAt('zz', hub(), user('nobody')),
        relationAt('zz', hub(), space('NOPE')),
      ]) {
        expect((await ask(site, path, { method })).status).toBe(404)
      }
    },
  )

  it.each(['GET', 'PUT', 'DELETE'])(
    'answers %s with 400 for a bad type or version',
    async (method) => {
      for (const path of [
        '/wiki/rest/api/relation/zz/from/group/1/to/content/2',
        '/wiki/rest/api/relation/zz/from/content/x/to/content/2',
        relationAt('zz', hub(), me(), 'sourceStatus=historical&sourceVersion=two'),
      ]) {
        expect((await ask(site, path, { method })).status).toBe(400)
      }
    },
  )

  it('reads and changes my favourites, and nobody else’s', async () => {
    const page = plain('Book club')
    const path = relationAt('favourite', user('current'), page)
    expect((await ask(site, path)).status).toBe(404)
    expect((await ask(site, path, { method: 'PUT' })).status).toBe(200)
    expect((await ask(site, relationAt('favourite', me(), page))).status).toBe(200)
    expect((await ask(site, path, { method: 'DELETE' })).status).toBe(204)
    const other = [...site.world.users.keys()].find((key) => key !== me().key) ?? ''
    const theirs = relationAt('favourite', user(other), page)
    expect((await ask(site, theirs, { method: 'PUT' })).status).toBe(403)
    expect((await ask(site, theirs, { method: 'DELETE' })).status).toBe(403)
    const wrong = relationAt('favourite', page, me())
    expect((await ask(site, wrong, { method: 'PUT' })).status).toBe(400)
    const toPerson = relationAt('favourite', me(), user(other))
    expect((await ask(site, toPerson)).status).toBe(400)
  })

  it('knows no favorite in American spelling', async () => {
    for (const method of ['GET', 'PUT', 'DELETE']) {
      const path = relationAt('favorite', user('current'), hub())
      expect((await ask(site, path, { method })).status).toBe(404)
    }
  })

  it.each(['like', 'link', 'collaborator', 'touched', 'contributor'])(
    'does not let %s be written',
    async (name) => {
      for (const method of ['PUT', 'DELETE']) {
        expect((await ask(site, relationAt(name, me(), hub()), { method })).status).toBe(400)
      }
    },
  )

  it('takes a write for forged without the header, and from what looks like a browser', async () => {
    const path = relationAt('zz-forged', hub(), plain('Pension'))
    for (const method of ['PUT', 'DELETE']) {
      for (const headers of [
        { 'x-atlassian-token': 'check' },
        { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0 Electron/45.0' },
      ]) {
        const { status, text, contentType } = await ask(site, path, { method, headers })
        expect([status, text]).toEqual([403, 'XSRF check failed'])
        expect(contentType).toMatch(/^text\/plain/)
      }
    }
    expect((await ask(site, path)).status).toBe(404)
  })

  it('may go from a thing to itself', async () => {
    const [self] = [...site.world.relations.all()].filter(
      ({ source, target }) => source.key === target.key,
    )
    expect(self?.name).toBe('explains')
    const page = await relationPage(
      site,
      targetsOf('explains', plain('Operations handbook'), 'content'),
    )
    expect(RelationPage.parse(page).size).toBeGreaterThan(0)
    const path = relationAt('zz-self', hub(), hub())
    expect((await ask(site, path, { method: 'PUT' })).status).toBe(200)
    expect((await ask(site, path, { method: 'DELETE' })).status).toBe(204)
  })

  it('takes names of any characters that fit one segment', async () => {
    const name = encodeURIComponent('é ünd | 50 %')
    const path = relationAt(name, hub(), plain('Pension'))
    const made = await ask(site, path, { method: 'PUT' })
    expect(Relation.parse(made.body).name).toBe('é ünd | 50 %')
    expect((await ask(site, path, { method: 'DELETE' })).status).toBe(204)
    const long = relationAt('n'.repeat(256), hub(), plain('Pension'))
    expect((await ask(site, long, { method: 'PUT' })).status).toBe(400)
    const slash = relationAt('a%2Fb', hub(), plain('Pension'))
    expect((await ask(site, slash, { method: 'PUT' })).status).toBe(400)
  })
})
