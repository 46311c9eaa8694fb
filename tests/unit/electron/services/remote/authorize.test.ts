import { describe, expect, it } from 'vitest'
import { FailureError } from '@shared/failure'
import {
  type Authorize,
  authorizeBasic,
  basicAuthorization,
} from '../../../../../electron/services/remote'
import { failureOf } from './failure-of'
import { clientFor, content, json, serve } from './serve'

const out = { relation: 'explains', source: content('1'), targetType: 'content' } as const
const empty = { results: [], start: 0, limit: 100, size: 0, _links: {} }

/** Credentials that can be renewed; each renewal is noted with what was stale. */
const renewing = (renew: Authorize['renew']) => {
  const stale: string[] = []
  let header = 'Bearer old'
  const authorization: Authorize = {
    header: () => Promise.resolve(header),
    renew: async (was, signal) => {
      stale.push(was)
      header = (await renew?.(was, signal)) ?? header
      return header
    },
  }
  return { authorization, stale }
}
const wants = (header: string) =>
  serve(({ headers }, response) =>
    headers.authorization === header ? json(response, empty) : json(response, {}, 401),
  )

describe('who calls', () => {
  it('is said by email and token, or by a header as it is', async () => {
    const { origin } = await wants(basicAuthorization('a@b.example', 't'))
    const authorization = authorizeBasic('a@b.example', 't')
    expect(await failureOf(clientFor(origin, { authorization }).targets(out))).toBeNull()
    const text = basicAuthorization('a@b.example', 't')
    expect(await failureOf(clientFor(origin, { authorization: text }).targets(out))).toBeNull()
  })

  it('is renewed once after a 401, and the call is made again', async () => {
    const { origin, seen } = await wants('Bearer new')
    const { authorization, stale } = renewing(() => Promise.resolve('Bearer new'))
    const client = clientFor(origin, { authorization })
    expect((await client.targets(out)).calls).toBe(2)
    expect((await client.targets(out)).calls).toBe(1)
    expect(stale).toEqual(['Bearer old'])
    expect(seen.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer old',
      'Bearer new',
      'Bearer new',
    ])
  })

  it('is withdrawn where a renewal does not help', async () => {
    const { origin, seen } = await wants('Bearer other')
    const { authorization } = renewing(() => Promise.resolve('Bearer new'))
    expect(await failureOf(clientFor(origin, { authorization }).targets(out))).toEqual({
      kind: 'sign-in-expired',
      site: new URL(origin).host,
    })
    expect(seen.map(({ url }) => url.split('?')[0]?.split('/').at(-1))).toEqual([
      'content',
      'content',
      'current',
    ])
  })

  it('fails as the renewal fails', async () => {
    const { origin } = await wants('Bearer other')
    const failure = { kind: 'sign-in-expired', site: 'x' } as const
    const { authorization } = renewing(() => Promise.reject(new FailureError(failure)))
    expect(await failureOf(clientFor(origin, { authorization }).targets(out))).toEqual(failure)
  })

  it('is not renewed where only a scope is missing, which is named for the operation', async () => {
    const { origin, seen } = await serve((_, response) =>
      json(response, { code: 401, message: 'Unauthorized; scope does not match' }, 401),
    )
    const { authorization, stale } = renewing(() => Promise.resolve('Bearer new'))
    const client = clientFor(origin, { authorization })
    expect(await failureOf(client.targets(out))).toMatchObject({
      kind: 'missing-scope',
      scopes: [
        'read:relation:confluence',
        'read:content-details:confluence',
        'read:confluence-content.summary',
      ],
    })
    const ends = { relation: 'explains', source: content('1'), target: content('2') }
    for (const edit of [client.create(ends), client.delete(ends)]) {
      expect(await failureOf(edit)).toMatchObject({
        kind: 'missing-scope',
        scopes: ['write:relation:confluence', 'write:confluence-content'],
      })
    }
    expect(stale).toEqual([])
    expect(seen).toHaveLength(3)
  })
})
