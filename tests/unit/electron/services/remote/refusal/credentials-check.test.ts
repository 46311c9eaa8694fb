import { describe, expect, it } from 'vitest'
import { allRefused, calls, isRelation, realAnswers } from '../../../../../proxy'
import { failureOf } from '../failure-of'
import { clientFor, content, json, missing, serve, type Seen } from '../serve'

const current = '/wiki/rest/api/user/current'
const find = (key: string) =>
  ({ relation: 'explains', source: content(key), targetType: 'content' }) as const
const account = { type: 'known', accountId: 'a1', displayName: 'Ann' }
const refusing = (rule: (seen: Seen) => ReturnType<typeof allRefused>) =>
  serve((seen, response) => {
    const answer = rule(seen)
    if (answer === null || typeof answer === 'string') return json(response, account)
    response.writeHead(answer.status, { 'content-type': answer.type, ...answer.headers })
    response.end(answer.body)
  })
const asRequest = ({ method, url }: Seen) => ({ method, url, authorization: '', body: '' })
const asked = (seen: readonly Seen[], path: string) => calls(seen.map(asRequest), 'GET', path)

describe('credentials that are refused in mid-work', () => {
  it('are found out by one call, which all that wait share, and nothing goes out after it', async () => {
    const { origin, seen } = await refusing((one) => allRefused(asRequest(one)))
    const client = clientFor(origin)
    const failures = await Promise.all(
      Array.from({ length: 40 }, (_, at) => failureOf(client.targets(find(String(at + 1))))),
    )
    const site = new URL(origin).host
    expect(failures).toEqual(failures.map(() => ({ kind: 'bad-credentials', site })))
    expect(asked(seen, current)).toHaveLength(1)
    // Those that were on the wire already, four at a time.
    expect(seen.filter(isRelation).length).toBeLessThanOrEqual(4)
    expect(await failureOf(client.describe([content('1')]))).toMatchObject({
      kind: 'bad-credentials',
    })
    expect(asked(seen, '/wiki/api/v2/')).toHaveLength(0)
  })

  it('are found out by v2’s bare 404 too', async () => {
    const { origin, seen } = await refusing((one) => allRefused(asRequest(one)))
    expect(await failureOf(clientFor(origin).describe([content('1')]))).toMatchObject({
      kind: 'bad-credentials',
    })
    expect(asked(seen, current)).toHaveLength(1)
  })

  it('are told as nobody’s where the site answers, but not as a person', async () => {
    const { origin } = await serve(({ url }, response) => {
      if (url.startsWith(current)) return json(response, { type: 'anonymous' })
      return json(response, JSON.parse(realAnswers.notPermitted.body), 403)
    })
    expect(await failureOf(clientFor(origin).targets(find('1')))).toMatchObject({
      kind: 'anonymous',
    })
  })
})

describe('credentials that are good all the same', () => {
  it('leave a refused call forbidden, and the next one goes out', async () => {
    const { origin, seen } = await refusing((one) =>
      isRelation(one) ? realAnswers.notPermitted : null,
    )
    const client = clientFor(origin)
    for (const key of ['1', '2']) {
      expect(await failureOf(client.targets(find(key)))).toMatchObject({ kind: 'forbidden' })
    }
    expect(seen.filter(isRelation)).toHaveLength(2)
  })

  it('are not asked about again for every weak doubt', async () => {
    const { origin, seen } = await refusing((one) =>
      isRelation(one) ? { status: 403, type: 'text/plain', body: '' } : null,
    )
    const client = clientFor(origin)
    for (const key of ['1', '2', '3']) await failureOf(client.targets(find(key)))
    expect(asked(seen, current)).toHaveLength(1)
  })

  it('are not doubted by what is about the call alone', async () => {
    const { origin, seen } = await serve((_, response) => missing(response))
    await failureOf(clientFor(origin).get({ ...find('1'), target: content('2') }))
    expect(asked(seen, current)).toHaveLength(0)
  })
})

describe('a route that is gone', () => {
  it.each(['nullForUri', 'productPage', 'removed', 'methodNotAllowed'] as const)(
    'answers %s, which is never "none"',
    async (name) => {
      const { origin } = await refusing((one) => (isRelation(one) ? realAnswers[name] : null))
      const client = clientFor(origin)
      const ends = { relation: 'explains', source: content('1'), target: content('2') }
      for (const work of [client.targets(find('1')), client.get(ends)]) {
        expect(await failureOf(work)).toMatchObject({ kind: 'no-such-route' })
      }
    },
  )
})
