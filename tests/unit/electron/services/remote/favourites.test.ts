import { describe, expect, it } from 'vitest'
import { cursorIn } from '../../../../../electron/services/remote/favourites'
import { failureOf } from './failure-of'
import { clientFor, content, json, serve, user } from './serve'

const me = { accountId: 'me-1', displayName: 'Me' }
const page = (id: number) => ({
  title: `Page ${id}`,
  content: { id: String(id), type: 'page', status: 'current', title: `Page ${id}` },
})

/** A site with so many favourites; pages of `limit`, with the cursor not last in the address. */
const site = (many: number) =>
  serve(({ url }, response) => {
    const { pathname, searchParams } = new URL(url, 'http://x')
    if (pathname.endsWith('/user/current')) return json(response, me)
    const at = Number(searchParams.get('cursor') ?? '0')
    const limit = Number(searchParams.get('limit'))
    const ids = Array.from({ length: many }, (_, index) => index).slice(at, at + limit)
    const more = at + limit < many
    const next = `https://evil.example/wiki/x?cursor=${at + limit}&limit=${limit}`
    const results = pathname.endsWith('/search')
      ? ids.map(page)
      : ids.map((id) => ({ id: String(id), key: `S${id}`, name: `Space ${id}` }))
    json(response, { results, _links: more ? { next } : {} })
  })

const mine = { relation: 'favourite', source: user('current'), targetType: 'content' } as const
const spacesOf = (key: string) =>
  ({ relation: 'favourite', source: user(key), targetType: 'space' }) as const

describe('favourites', () => {
  it('of one’s own are found by search, a page of the list at a time', async () => {
    const { origin, seen } = await site(5)
    const client = clientFor(origin)
    const found: string[] = []
    for (let start: number | null = 0; start !== null;) {
      const answer = await client.targets({ ...mine, start, limit: 2 })
      found.push(...answer.relations.map(({ target }) => target))
      expect(answer.relations.every(({ source }) => source === 'user:me-1')).toBe(true)
      start = answer.next
    }
    expect(found).toEqual(['content:0', 'content:1', 'content:2', 'content:3', 'content:4'])
    const searches = seen.filter(({ url }) => url.includes('/search'))
    expect(searches).toHaveLength(3)
    expect(new URL(searches[0]?.url ?? '', origin).searchParams.get('cql')).toBe(
      'favourite = currentUser()',
    )
    expect(seen.some(({ url }) => url.includes('/relation/'))).toBe(false)
  })

  it('go on where a list was left, even in a new session that knows no cursor', async () => {
    const { origin } = await site(5)
    const answer = await clientFor(origin).targets({ ...mine, start: 4, limit: 2 })
    expect(answer.relations.map(({ target }) => target)).toEqual(['content:4'])
    expect(answer.next).toBeNull()
  })

  it('among spaces are known of anybody', async () => {
    const { origin, seen } = await site(3)
    const answer = await clientFor(origin).targets({ ...spacesOf('ann:1'), limit: 2 })
    expect(answer).toMatchObject({ next: 2, unidentified: 0, calls: 1 })
    expect(answer.relations.map(({ target }) => target)).toEqual(['space:S0', 'space:S1'])
    expect(seen[0]?.url).toBe('/wiki/api/v2/spaces?favorited-by=ann%3A1&limit=2')
  })

  it('of others, of things and in reverse cannot be listed, and nothing is asked in vain', async () => {
    const { origin, seen } = await site(3)
    const client = clientFor(origin)
    await client.account()
    const unlisted = [
      client.targets({ ...mine, source: user('ann') }),
      client.targets({ ...mine, targetType: 'user' }),
      client.targets({ ...mine, source: content('1') }),
      client.sources({ relation: 'favourite', target: content('1'), sourceType: 'user' }),
    ]
    for (const call of unlisted) {
      expect(await failureOf(call)).toMatchObject({ kind: 'not-supported' })
    }
    expect(seen).toHaveLength(1)
  })

  it('leave out what is no content, and count what is nothing at all', async () => {
    const { origin } = await serve(({ url }, response) =>
      json(
        response,
        url.endsWith('/user/current')
          ? me
          : { results: [page(1), { title: 'S', space: { key: 'S' } }, { title: '?' }] },
      ),
    )
    expect(await clientFor(origin).targets(mine)).toMatchObject({
      relations: [{ target: 'content:1' }],
      unidentified: 1,
      next: null,
    })
  })

  it('end where the server names one cursor for ever, and fail where it always names another', async () => {
    const endless = (cursor: (at: number) => string) =>
      serve((_, response, at) =>
        json(response, { results: [], _links: { next: `?cursor=${cursor(at)}` } }),
      )
    const same = await endless(() => 'a')
    expect(await clientFor(same.origin).targets(spacesOf('ann'))).toMatchObject({ next: null })
    expect(same.seen).toHaveLength(2)
    const other = await endless((at) => `c${at}`)
    expect(await failureOf(clientFor(other.origin).targets(spacesOf('ann')))).toMatchObject({
      kind: 'unreadable-answer',
    })
    expect(other.seen).toHaveLength(200)
  })

  it('are followed by the cursor alone', () => {
    expect(cursorIn('/rest/api/search?next=true&cursor=a%2Bb&limit=5#x')).toBe('a+b')
    expect(cursorIn('https://other.example/x?cursor=1')).toBe('1')
    expect(cursorIn('/x?limit=5')).toBeNull()
    expect(cursorIn(undefined)).toBeNull()
  })
})
