import { describe, expect, it } from 'vitest'
import { realAnswers } from '../../../../proxy'
import { failureOf } from './failure-of'
import { clientFor, content, json, missing, serve, type Seen } from './serve'
import type { ServerResponse } from 'node:http'

const ends = { relation: 'explains', source: content('1'), target: content('2') } as const
const relation = {
  name: 'explains',
  relationData: { createdBy: { accountId: 'a1', displayName: 'Ann' } },
  _links: {},
}

/** A site whose answer to a write is lost in some way; `there` is what a look finds afterwards. */
const losing = (how: (response: ServerResponse) => void, there: (look: number) => boolean) => {
  let looks = 0
  return serve(({ method }: Seen, response) => {
    if (method !== 'GET') return how(response)
    looks += 1
    if (there(looks)) json(response, relation)
    else missing(response)
  })
}

const ways = {
  'a broken connection': (response: ServerResponse) => void response.destroy(),
  'a bad gateway': (response: ServerResponse) => json(response, {}, 502),
  'a gateway that timed out': (response: ServerResponse) => json(response, {}, 504),
  'a timeout': () => undefined,
}
const writes = ({ seen }: { seen: readonly Seen[] }) =>
  seen.filter(({ method }) => method !== 'GET').length

describe.each(Object.entries(ways))('a write that ends with %s', (_, how) => {
  const client = (origin: string) => clientFor(origin, { timeoutMs: 300 })

  it('is done where a look finds it done, and is never sent twice', async () => {
    const made = await losing(how, () => true)
    expect((await client(made.origin).create(ends)).relation).toMatchObject({
      createdBy: { name: 'Ann' },
    })
    const gone = await losing(how, () => false)
    expect(await failureOf(client(gone.origin).delete(ends))).toBeNull()
    expect([writes(made), writes(gone)]).toEqual([1, 1])
  })

  it('is looked for once more, since a site may show it late', async () => {
    const made = await losing(how, (look) => look > 1)
    expect(await failureOf(client(made.origin).create(ends))).toBeNull()
    const gone = await losing(how, (look) => look === 1)
    expect(await failureOf(client(gone.origin).delete(ends))).toBeNull()
  })

  it('fails as it failed where a look finds it undone', async () => {
    const expected = { kind: expect.stringMatching(/unreachable|server|timeout/) as string }
    const made = await losing(how, () => false)
    expect(await failureOf(client(made.origin).create(ends))).toMatchObject(expected)
    const kept = await losing(how, () => true)
    expect(await failureOf(client(kept.origin).delete(ends))).toMatchObject(expected)
  })
})

describe.each(Object.entries(ways))(
  'a write that ends with %s, and no look that tells',
  (_, how) => {
    const untold = {
      'the page of the product': (response: ServerResponse) =>
        response.writeHead(404, { 'content-type': 'text/html' }).end(realAnswers.productPage.body),
      'a route that nobody claims': (response: ServerResponse) =>
        response.writeHead(404).end(realAnswers.nullForUri.body),
      'a bare 404': (response: ServerResponse) =>
        response.writeHead(404).end(realAnswers.v2Bare.body),
      'an empty 404': (response: ServerResponse) => response.writeHead(404).end(),
      'a refusal': (response: ServerResponse) => json(response, { message: 'No.' }, 403),
      'another break': (response: ServerResponse) => void response.destroy(),
    }
    it.each(Object.entries(untold))('%s: is not known, and said so', async (__, look) => {
      const { origin } = await serve(({ method, url }, response) => {
        if (url.includes('/user/current')) json(response, { accountId: 'a1' })
        else if (method === 'GET') look(response)
        else how(response)
      })
      const client = clientFor(origin, { timeoutMs: 300 })
      for (const doing of ['create', 'delete'] as const) {
        expect(await failureOf(client[doing](ends))).toMatchObject({
          kind: 'write-unknown',
          doing,
          relation: 'explains',
        })
      }
    })
  },
)

describe('a write that was refused', () => {
  it('is not looked for', async () => {
    for (const status of [400, 401, 403, 404, 500, 501, 503]) {
      const { origin, seen } = await serve(({ url }, response) =>
        url.endsWith('/user/current')
          ? json(response, { accountId: 'a1' })
          : status === 404
            ? missing(response)
            : json(response, {}, status),
      )
      await failureOf(clientFor(origin).create(ends))
      await failureOf(clientFor(origin).delete(ends))
      const sent = seen.filter(({ url }) => url.includes('/relation/'))
      expect(sent.map(({ method }) => method)).toEqual(['PUT', 'DELETE'])
    }
    expect(await failureOf(clientFor('http://127.0.0.1:9').delete(ends))).toMatchObject({
      kind: 'unreachable',
    })
  })
})
