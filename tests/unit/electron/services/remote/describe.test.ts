import { describe, expect, it } from 'vitest'
import { realAnswers, type RealName } from '../../../../proxy'
import { failureOf } from './failure-of'
import { clientFor, content, json, missing, type Seen, serve, space, user } from './serve'

type Bulk = { results: object[]; _links: object }
const list = (results: object[], links = {}): Bulk => ({ results, _links: links })
const idsIn = (url: string) =>
  new URL(url, 'http://x').searchParams.getAll('id').filter((id) => id !== '')

/** A site where ids up to 1000 are pages, up to 2000 blog posts, and some are of other kinds. */
const site = (cap = 250) =>
  serve(({ url, method, body }, response) => {
    const { pathname } = new URL(url, 'http://x')
    const of = (from: number, to: number) => {
      const found = idsIn(url).filter((id) => Number(id) > from && Number(id) <= to)
      const shown = found.slice(0, cap)
      const items = shown.map((id) => ({
        id,
        title: `Title ${id}`,
        status: 'current',
        spaceId: '5',
        authorId: 'u1',
        createdAt: '2026-01-01T00:00:00Z',
        _links: { webui: `/spaces/KB/pages/${id}` },
      }))
      json(response, list(items, found.length > cap ? { next: '/wiki/api/v2/x?cursor=c' } : {}))
    }
    if (pathname === '/wiki/api/v2/pages') of(0, 1000)
    else if (pathname === '/wiki/api/v2/blogposts') of(1000, 2000)
    else if (pathname === '/wiki/api/v2/spaces') {
      json(
        response,
        list([{ id: '5', key: 'KB', name: 'Knowledge', authorId: 'u1', type: 'global' }]),
      )
    } else if (pathname === '/wiki/api/v2/users-bulk') {
      const { accountIds } = JSON.parse(body) as { accountIds: string[] }
      const known = accountIds.filter((id) => id !== 'gone')
      json(response, list(known.map((accountId) => ({ accountId, publicName: `P ${accountId}` }))))
    } else if (method === 'POST') {
      json(response, {
        results: {
          3001: 'whiteboard',
          3002: 'footer-comment',
          3003: null,
          3004: 'folder',
          3005: 'attachment',
        },
      })
    } else if (pathname === '/wiki/api/v2/whiteboards/3001') {
      json(response, { id: '3001', title: 'Board', status: 'current' })
    } else if (pathname === '/wiki/api/v2/attachments/att9') {
      json(response, { id: 'att9', title: 'map.png', status: 'current', pageId: '1' })
    } else missing(response)
  })

describe('describing', () => {
  it('fills in title, status, space, author and address', async () => {
    const { origin } = await site()
    const { entities, missing, calls } = await clientFor(origin).describe([
      content('7'),
      space('KB'),
      user('u:2'),
    ])
    expect(missing).toEqual([])
    expect(entities).toEqual([
      {
        id: 'content:7',
        type: 'content',
        key: '7',
        title: 'Title 7',
        status: 'current',
        subtype: 'page',
        space: { key: 'KB', name: 'Knowledge' },
        url: `${origin}/wiki/spaces/KB/pages/7`,
        createdBy: { key: 'u1', name: 'P u1' },
        createdAt: '2026-01-01T00:00:00Z',
      },
      {
        id: 'user:u:2',
        type: 'user',
        key: 'u:2',
        title: 'P u:2',
        status: 'active',
        url: `${origin}/wiki/people/u%3A2`,
      },
      {
        id: 'space:KB',
        type: 'space',
        key: 'KB',
        title: 'Knowledge',
        status: 'current',
        subtype: 'global',
        url: `${origin}/wiki/spaces/KB`,
        createdBy: { key: 'u1', name: 'P u1' },
      },
    ])
    expect(calls).toBeGreaterThan(0)
  })

  it('asks for 250 at a time, and for spaces and authors once', async () => {
    const { origin, seen } = await site()
    const client = clientFor(origin)
    const refs = Array.from({ length: 600 }, (_, at) => content(String(at + 1)))
    const { entities, calls } = await client.describe(refs)
    expect(entities).toHaveLength(600)
    expect(calls).toBe(5)
    const batches = seen.map(({ url }) => idsIn(url).length).filter((size) => size > 0)
    expect(batches.sort()).toEqual([100, 250, 250])
    expect((await client.describe([content('1')])).calls).toBe(1)
  })

  it('leaves out spaces and authors that the token may not read', async () => {
    const page = { id: '7', title: 'Title', status: 'current', spaceId: '5', authorId: 'u1' }
    const { origin } = await serve(({ url }, response) =>
      url.startsWith('/wiki/api/v2/pages')
        ? json(response, list([page]))
        : json(response, { code: 401, message: 'Unauthorized; scope does not match' }, 401),
    )
    const { entities } = await clientFor(origin).describe([content('7')])
    expect(entities).toMatchObject([{ id: 'content:7', title: 'Title' }])
    expect(entities[0]).not.toHaveProperty('space')
  })

  it('asks on for what a capped answer left out', async () => {
    const { origin } = await site(40)
    const refs = Array.from({ length: 100 }, (_, at) => content(String(at + 1)))
    expect((await clientFor(origin).describe(refs)).entities).toHaveLength(100)
  })

  it('looks up other kinds of content one kind after the other', async () => {
    const { origin } = await site()
    const ids = ['1', '1500', '3001', '3002', '3003', '3004', '3005', 'att9', 'att10', 'x7']
    const { entities, missing, failed } = await clientFor(origin).describe([
      ...ids.map(content),
      user('gone'),
    ])
    const kinds = Object.fromEntries(
      entities.map(({ key, subtype, title }) => [key, [subtype, title]]),
    )
    expect(kinds).toEqual({
      1: ['page', 'Title 1'],
      1500: ['blogpost', 'Title 1500'],
      3001: ['whiteboard', 'Board'],
      3002: ['footer-comment', 'Footer comment 3002'],
      3005: ['attachment', 'Attachment 3005'],
      att9: ['attachment', 'map.png'],
    })
    expect(missing).toEqual(['content:3003', 'content:3004', 'content:att10', 'user:gone'])
    // Nobody was asked about an id that no call takes, so it is not said to be missing.
    expect(failed).toEqual([
      {
        part: 'title',
        nodes: ['content:x7'],
        failure: { kind: 'not-supported', what: 'looking up content whose id is not a number' },
      },
    ])
  })
})

/** The same site, on which some calls are answered otherwise. */
async function bent(otherwise: (seen: Seen) => { status: number; body: string } | null) {
  const behind = await site()
  return serve((seen, response) => {
    const answer = otherwise(seen)
    if (answer !== null) {
      response.writeHead(answer.status, { 'content-type': 'application/json' })
      response.end(answer.body)
      return
    }
    const { method, url, body } = seen
    const init = method === 'POST' ? { method, body } : { method }
    void fetch(behind.origin + url, init).then(async (real) => {
      response.writeHead(real.status, { 'content-type': 'application/json' })
      response.end(await real.text())
    })
  })
}

const at = (path: string, answer: { status: number; body: string }) => (seen: Seen) =>
  seen.url.startsWith(path) ? answer : null
const account = JSON.stringify({ type: 'known', accountId: 'me-1', displayName: 'Me' })

describe('a look-up that fails', () => {
  it.each<RealName>(['nullForUri', 'methodNotAllowed', 'removed', 'productPage', 'xsrf'])(
    'of people leaves the titles of all else: %s',
    async (name) => {
      const { origin } = await bent(at('/wiki/api/v2/users-bulk', realAnswers[name]))
      const refs = [content('7'), space('KB'), user('u:2')]
      const { entities, missing, failed } = await clientFor(origin).describe(refs)
      expect(entities.map(({ id, title }) => [id, title])).toEqual([
        ['content:7', 'Title 7'],
        ['space:KB', 'Knowledge'],
      ])
      expect(entities[0]).toMatchObject({ space: { key: 'KB' } })
      expect(missing).toEqual([])
      expect(failed.map(({ part, nodes }) => [part, nodes])).toEqual([
        ['creator', ['content:7']],
        ['title', ['user:u:2']],
        ['creator', ['space:KB']],
      ])
    },
  )

  it('of one batch leaves the others', async () => {
    const broken = { status: 500, body: '{}' }
    const { origin } = await bent(({ url }) => (idsIn(url).includes('260') ? broken : null))
    const refs = Array.from({ length: 600 }, (_, index) => content(String(index + 1)))
    const { entities, missing, failed } = await clientFor(origin).describe(refs)
    expect(entities).toHaveLength(350)
    expect(missing).toEqual([])
    expect(failed).toMatchObject([{ part: 'title', failure: { kind: 'server', status: 500 } }])
    expect(failed[0]?.nodes).toHaveLength(250)
    expect(failed[0]?.nodes[0]).toBe('content:251')
  })

  it('of pages does not hide a blog post, nor make a page of a mere kind', async () => {
    const refused = { status: 403, body: '{"message":"Not permitted here","statusCode":403}' }
    const { origin } = await bent((seen) => {
      if (seen.url.startsWith('/wiki/api/v2/pages')) return refused
      const types = { status: 200, body: '{"results":{"7":"page","8":null}}' }
      return seen.url.includes('convert-ids') ? types : null
    })
    const { entities, missing, failed } = await clientFor(origin).describe(
      ['7', '8', '1500'].map(content),
    )
    expect(entities.map(({ id }) => id)).toEqual(['content:1500'])
    expect(missing).toEqual(['content:8'])
    expect(failed).toMatchObject([
      { part: 'title', nodes: ['content:7'], failure: { kind: 'forbidden' } },
    ])
  })

  it('by an item that says nothing is told apart from what is not there', async () => {
    const { origin } = await bent(({ url, method }) => {
      const odd = { status: 200, body: '{"results":[{"id":"1","title":"One"},{"title":"?"}]}' }
      if (url.startsWith('/wiki/api/v2/pages')) return odd
      const untold = { status: 200, body: '{"results":{"2":7}}' }
      return method === 'POST' && url.includes('convert-ids') ? untold : null
    })
    const { entities, missing, failed } = await clientFor(origin).describe(['1', '2'].map(content))
    expect(entities.map(({ id }) => id)).toEqual(['content:1'])
    expect(missing).toEqual([])
    expect(failed).toMatchObject([
      { part: 'title', nodes: ['content:2'], failure: { kind: 'unreadable-answer' } },
    ])
  })

  it('of whoever asks is not needed: the account tells it', async () => {
    const { origin, seen } = await bent(({ url }) => {
      if (url.startsWith('/wiki/rest/api/user/current')) return { status: 200, body: account }
      return url.startsWith('/wiki/api/v2/users-bulk') ? realAnswers.xsrf : null
    })
    const client = clientFor(origin)
    const me = { id: 'user:me-1', title: 'Me', status: 'active' }
    expect(await client.resolve('me')).toMatchObject(me)
    expect(await client.describe([user('me-1')])).toMatchObject({ entities: [me], failed: [] })
    expect(seen.filter(({ url }) => url.includes('users-bulk'))).toEqual([])
  })

  it('fails what hangs on it alone with its own reason, not as if nothing were there', async () => {
    const broken = { status: 500, body: '{"message":"Down"}' }
    const { origin } = await bent(({ url }) => (url.includes('/api/v2/') ? broken : null))
    const client = clientFor(origin)
    const down = { kind: 'server', status: 500 }
    expect(await failureOf(client.resolve('content:7'))).toMatchObject(down)
    expect(await failureOf(client.resolve('space:KB'))).toMatchObject(down)
    const title = `${origin}/wiki/display/KB/Some+title`
    expect(await failureOf(client.resolve(title))).toMatchObject(down)
    const find = { relation: 'x', source: content('7'), targetType: 'content' } as const
    expect(await failureOf(client.targets(find))).toMatchObject(down)
  })

  it('for a reason that meets every call fails them all', async () => {
    const { origin } = await bent(({ url }) => {
      if (url.startsWith('/wiki/rest/api/')) return realAnswers.accountRefused
      return url.startsWith('/wiki/api/v2/users-bulk') ? realAnswers.v2Bare : null
    })
    const refs = [content('7'), user('u:2')]
    expect(await failureOf(clientFor(origin).describe(refs))).toMatchObject({
      kind: 'bad-credentials',
    })
  })
})
