import { describe, expect, it } from 'vitest'
import { realAnswers } from '../../../../proxy'
import { clientFor, content, json, missing, serve, user } from './serve'

const ends = { relation: 'explains', source: content('1'), target: content('2') } as const
const lean = { name: 'explains', _links: {}, _expandable: { relationData: '' } }
const full = {
  ...lean,
  relationData: { createdBy: { accountId: 'u1', displayName: 'Ann' }, createdDate: '2026-11-24' },
}

describe('making a relation', () => {
  it('reads back who made it, with one more look where it is not there yet', async () => {
    const { origin, seen } = await serve(({ method }, response, at) => {
      if (method === 'PUT') json(response, lean)
      else if (at === 2) missing(response)
      else json(response, full)
    })
    expect(await clientFor(origin).create(ends)).toMatchObject({
      relation: {
        id: 'explains|content:1|content:2',
        createdBy: { key: 'u1', name: 'Ann' },
        createdAt: '2026-11-24',
      },
      calls: 3,
    })
    expect(seen.map(({ method }) => method)).toEqual(['PUT', 'GET', 'GET'])
    expect(seen[0]).toMatchObject({ body: '' })
    expect(seen[0]?.url).toBe('/wiki/rest/api/relation/explains/from/content/1/to/content/2')
  })

  it('stands where only reading back fails', async () => {
    const { origin } = await serve(({ method }, response) =>
      method === 'PUT' ? json(response, lean) : json(response, {}, 403),
    )
    const { relation } = await clientFor(origin).create(ends)
    expect(relation.id).toBe('explains|content:1|content:2')
    expect(relation).not.toHaveProperty('createdBy')
  })

  it('is not believed of a web page', async () => {
    const { origin } = await serve(({ method }, response) =>
      method === 'PUT' ? response.end('<html>Sign in</html>') : missing(response),
    )
    await expect(clientFor(origin).create(ends)).rejects.toMatchObject({
      failure: { kind: 'unreadable-answer' },
    })
  })

  it('keeps to the rules before any call', async () => {
    const { origin, seen } = await serve((_, response) => json(response, full))
    const client = clientFor(origin)
    await expect(client.create({ ...ends, relation: 'like' })).rejects.toMatchObject({
      failure: { kind: 'rule' },
    })
    const favourite = { relation: 'favorite', source: user('u'), target: content('2') }
    await expect(client.create(favourite)).rejects.toMatchObject({
      failure: { kind: 'rule', suggestion: 'favourite' },
    })
    await expect(client.delete({ ...ends, relation: 'link' })).rejects.toMatchObject({
      failure: { kind: 'rule' },
    })
    expect(seen).toEqual([])
  })
})

describe('reading a relation', () => {
  it('gives null where there is none', async () => {
    const { origin } = await serve((_, response) => missing(response))
    expect(await clientFor(origin).get(ends)).toEqual({ relation: null, calls: 1 })
  })

  it('takes no answer for none that is not about the relation', async () => {
    for (const [name, kind] of [
      ['productPage', 'no-such-route'],
      ['nullForUri', 'no-such-route'],
      ['v2Bare', 'not-found'],
    ] as const) {
      const { origin } = await serve(({ url }, response) => {
        const { status, type, body } = realAnswers[name]
        if (url.includes('/user/current')) return json(response, { accountId: 'a1' })
        response.writeHead(status, { 'content-type': type }).end(body)
      })
      await expect(clientFor(origin).get(ends)).rejects.toMatchObject({ failure: { kind } })
    }
  })
})

describe('deleting a relation', () => {
  it('is not believed of a web page', async () => {
    const page = '<html>Sign in</html>'
    const kept = await serve(({ method }, response) =>
      method === 'DELETE' ? response.end(page) : json(response, full),
    )
    await expect(clientFor(kept.origin).delete(ends)).rejects.toMatchObject({
      failure: { kind: 'unreadable-answer' },
    })
    const gone = await serve(({ method }, response) =>
      method === 'DELETE' ? response.end(page) : missing(response),
    )
    expect(await clientFor(gone.origin).delete(ends)).toEqual({ calls: 2 })
    const pages = await serve((_, response) => response.end(page))
    await expect(clientFor(pages.origin).delete(ends)).rejects.toMatchObject({
      failure: { kind: 'write-unknown', doing: 'delete', relation: 'explains' },
    })
  })

  it('is believed of no empty 200 either', async () => {
    const { origin, seen } = await serve(({ method }, response) =>
      method === 'DELETE' ? json(response, {}) : json(response, full),
    )
    await expect(clientFor(origin).delete(ends)).rejects.toMatchObject({
      failure: { kind: 'unreadable-answer', detail: 'it does not confirm a deletion' },
    })
    expect(seen.map(({ method }) => method)).toEqual(['DELETE', 'GET', 'GET'])
  })
})
