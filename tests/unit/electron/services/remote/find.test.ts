import { describe, expect, it } from 'vitest'
import { clientFor, content, json, missing, serve, space, user } from './serve'

const page = (results: unknown[], more = {}) => ({
  results,
  start: 0,
  limit: 100,
  size: results.length,
  _links: {},
  ...more,
})
const one = (fields: object) => ({ name: 'explains', _links: {}, ...fields })

describe('a find', () => {
  it('sends every parameter of the contract, in both directions', async () => {
    const { origin, seen } = await serve((_, response) => json(response, page([])))
    const client = clientFor(origin)
    const options = {
      sourceStatus: 'historical',
      targetStatus: 'any',
      sourceVersion: 2,
      targetVersion: 3,
      expand: ['source', 'relationData'] as ('source' | 'relationData')[],
      start: 40,
      limit: 20,
    }
    await client.targets({
      relation: 'is about',
      source: user('712020:a'),
      targetType: 'space',
      ...options,
    })
    await client.sources({
      relation: 'is about',
      target: space('~me'),
      sourceType: 'user',
      ...options,
    })
    const query =
      '?sourceStatus=historical&targetStatus=any&sourceVersion=2&targetVersion=3&expand=source,relationData&start=40&limit=20'
    // How the site itself writes the key is asked before; what is looked at is the find.
    const finds = seen.map(({ url }) => url).filter((url) => url.includes('/relation/'))
    expect(finds).toEqual([
      `/wiki/rest/api/relation/is%20about/from/user/712020%3Aa/to/space${query}`,
      `/wiki/rest/api/relation/is%20about/to/space/~me/from/user${query}`,
    ])
  })

  it('asks for 100 with everything expanded unless it is told otherwise', async () => {
    const { origin, seen } = await serve((_, response) => json(response, page([])))
    await clientFor(origin).targets({ relation: 'r', source: content('1'), targetType: 'content' })
    expect(seen[0]?.url.split('?')[1]).toBe('expand=relationData,source,target&start=0&limit=100')
  })

  it('turns results into relations from the end that was asked about', async () => {
    const created = {
      createdBy: { accountId: 'u1', displayName: 'Ann' },
      createdDate: '2026-01-02',
    }
    const { origin } = await serve((_, response) =>
      json(
        response,
        page([
          one({
            source: { id: '8', type: 'page', title: 'A', status: 'current' },
            relationData: created,
          }),
          one({ _expandable: { source: '/rest/api/content/9007199254740993' } }),
          one({ _expandable: { source: '/rest/api/space/KB' } }),
        ]),
      ),
    )
    const found = await clientFor(origin).sources({
      relation: 'explains',
      target: content('7'),
      sourceType: 'content',
    })
    expect(found.relations).toEqual([
      {
        id: 'explains|content:8|content:7',
        relation: 'explains',
        source: 'content:8',
        target: 'content:7',
        createdBy: { key: 'u1', name: 'Ann' },
        createdAt: '2026-01-02',
      },
      {
        id: 'explains|content:9007199254740993|content:7',
        relation: 'explains',
        source: 'content:9007199254740993',
        target: 'content:7',
      },
    ])
    expect(found).toMatchObject({ unidentified: 1, next: null, calls: 1 })
    expect(found.entities.map(({ id }) => id)).toEqual(['content:8'])
  })

  it('takes what is usable of a list, counts the rest, and pages by all that came', async () => {
    const fine = { target: { id: '8', type: 'page', title: 'A', status: 'current' } }
    const { origin } = await serve((_, response) =>
      json(
        response,
        page(
          [
            { ...fine, _links: {} },
            one({ target: { type: 'page', title: 'No id' } }),
            null,
            'text',
            one({ target: { id: '9', type: 'ac:com.example:drawio-diagram', title: 'B' } }),
          ],
          { limit: 5 },
        ),
      ),
    )
    const found = await clientFor(origin).targets({
      relation: 'explains',
      source: content('7'),
      targetType: 'content',
    })
    expect(found.relations.map(({ id }) => id)).toEqual([
      'explains|content:7|content:8',
      'explains|content:7|content:9',
    ])
    expect(found).toMatchObject({ unidentified: 3, next: 5 })
  })

  it.each([{}, { results: null }, { results: 'none' }])(
    'does not take an answer without its list for an empty one: %j',
    async (body) => {
      const { origin } = await serve((_, response) => json(response, body))
      const query = { relation: 'r', source: content('1'), targetType: 'content' } as const
      await expect(clientFor(origin).targets(query)).rejects.toMatchObject({
        failure: { kind: 'unreadable-answer' },
      })
    },
  )

  it('takes 404 for none where the thing exists, and asks that once', async () => {
    const { origin, seen } = await serve(({ url }, response) =>
      url.startsWith('/wiki/api/v2/pages')
        ? json(response, { results: [{ id: '1', status: 'current', title: 'One' }], _links: {} })
        : missing(response),
    )
    const client = clientFor(origin)
    const query = { relation: 'r', source: content('1'), targetType: 'content' } as const
    expect(await client.targets(query)).toMatchObject({ relations: [], next: null, calls: 2 })
    expect(await client.targets(query)).toMatchObject({ relations: [], next: null, calls: 1 })
    expect(seen).toHaveLength(3)
  })

  it('says so where the thing does not exist', async () => {
    const { origin } = await serve(({ method, url }, response) => {
      if (method === 'POST') json(response, { results: { 1: null } })
      else if (url.startsWith('/wiki/api/v2')) json(response, { results: [], _links: {} })
      else missing(response)
    })
    const query = { relation: 'r', source: content('1'), targetType: 'content' } as const
    await expect(clientFor(origin).targets(query)).rejects.toMatchObject({
      failure: { kind: 'not-found', what: 'content:1' },
    })
  })

  it('asks again under its own status about what is archived', async () => {
    const { origin, seen } = await serve(({ url }, response) => {
      if (url.startsWith('/wiki/api/v2/pages')) {
        json(response, { results: [{ id: '1', status: 'archived', title: 'One' }], _links: {} })
      } else if (url.includes('targetStatus=archived')) {
        json(response, page([one({ source: { id: '2', type: 'page', status: 'current' } })]))
      } else missing(response)
    })
    const query = { relation: 'r', target: content('1'), sourceType: 'content' } as const
    expect((await clientFor(origin).sources(query)).relations).toHaveLength(1)
    expect(seen).toHaveLength(3)
  })

  it('goes on from the page size that the server used', async () => {
    const full = Array.from({ length: 10 }, (_, at) =>
      one({ target: { id: String(at + 10), type: 'page', status: 'current' } }),
    )
    const { origin } = await serve((_, response) => json(response, page(full, { limit: 10 })))
    const query = { relation: 'r', source: content('1'), targetType: 'content' } as const
    expect((await clientFor(origin).targets({ ...query, start: 10 })).next).toBe(20)
  })
})
