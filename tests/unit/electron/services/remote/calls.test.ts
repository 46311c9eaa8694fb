import { describe, expect, it } from 'vitest'
import { FailureError } from '@shared/failure'
import { createLimiter, defaultPace } from '../../../../../electron/services/remote'
import { clientFor, content, json, quickPace, serve, user } from './serve'

const failureOf = async (work: Promise<unknown>) => {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  )
  return error instanceof FailureError ? error.failure : error
}

const me = { type: 'known', accountId: 'me-1', displayName: 'Me' }
const empty = { results: [], start: 0, limit: 100, size: 0, _links: {} }
const out = { relation: 'explains', source: content('1'), targetType: 'content' } as const
const ends = { relation: 'explains', source: content('1'), target: content('2') } as const

describe('a call', () => {
  it('says who it is as a program, and nothing that a browser would', async () => {
    const { origin, seen } = await serve((_, response) => json(response, me))
    expect(await clientFor(origin).account()).toEqual({ key: 'me-1', name: 'Me' })
    const headers = seen[0]?.headers ?? {}
    expect(headers).toMatchObject({
      authorization: 'Basic c2VjcmV0',
      accept: 'application/json',
      'user-agent': 'relation-explorer/9.9.9',
    })
    expect(Object.keys(headers).sort()).toEqual(
      ['accept', 'authorization', 'connection', 'host', 'user-agent'].sort(),
    )
  })

  it('marks every write as not forged', async () => {
    const { origin, seen } = await serve((_, response) => response.writeHead(204).end())
    await clientFor(origin).delete(ends)
    expect(seen[0]?.method).toBe('DELETE')
    expect(seen[0]?.headers['x-atlassian-token']).toBe('no-check')
  })

  it('follows no redirect, so credentials stay on the site', async () => {
    const other = await serve((_, response) => json(response, me))
    const { origin } = await serve((_, response) =>
      response.writeHead(302, { location: `${other.origin}/wiki/rest/api/user/current` }).end(),
    )
    expect(await failureOf(clientFor(origin).account())).toMatchObject({
      kind: 'unreadable-answer',
      status: 302,
    })
    expect(other.seen).toEqual([])
  })

  it('says so when the answer is a web page, cut short or of another shape', async () => {
    const bodies = ['<html><b>Sign in</b></html>', '{"results":[', '{"results":7}']
    for (const body of bodies) {
      const { origin } = await serve((_, response) => response.end(body))
      const failure = await failureOf(clientFor(origin).targets(out))
      expect(failure).toMatchObject({ kind: 'unreadable-answer', status: 200 })
      expect(JSON.stringify(failure)).not.toMatch(/Sign in|results":/)
    }
  })

  it('says so when the server hangs, and does not ask it again', async () => {
    const { origin, seen } = await serve(() => undefined)
    expect(await failureOf(clientFor(origin, { timeoutMs: 300 }).account())).toMatchObject({
      kind: 'timeout',
      host: new URL(origin).host,
    })
    expect(seen).toHaveLength(1)
  })

  it('says so when nobody listens', async () => {
    expect(await failureOf(clientFor('http://127.0.0.1:9').account())).toMatchObject({
      kind: 'unreachable',
      host: '127.0.0.1:9',
      code: 'ECONNREFUSED',
    })
  })

  it('ends at once when it is stopped, on the wire and in the queue', async () => {
    const { origin, seen } = await serve(() => undefined)
    const client = clientFor(origin, { limiter: createLimiter({ ...quickPace, concurrency: 1 }) })
    const [onTheWire, inTheQueue] = [new AbortController(), new AbortController()]
    const first = failureOf(client.account(onTheWire.signal))
    const second = failureOf(client.targets(out, inTheQueue.signal))
    inTheQueue.abort()
    expect(await second).toEqual({ kind: 'cancelled' })
    await expect.poll(() => seen.length).toBe(1)
    onTheWire.abort()
    expect(await first).toEqual({ kind: 'cancelled' })
    expect(await failureOf(client.account(AbortSignal.abort()))).toEqual({ kind: 'cancelled' })
    expect(seen).toHaveLength(1)
  })
})

describe('a closed client', () => {
  it('ends its calls as stopped', async () => {
    const { origin, seen } = await serve(() => undefined)
    const client = clientFor(origin)
    const call = failureOf(client.account())
    await expect.poll(() => seen.length).toBe(1)
    await client.close()
    expect(await call).toMatchObject({ kind: 'cancelled' })
  })
})

describe('asking again', () => {
  it('is done for reads after a passing trouble, and each attempt is counted', async () => {
    const { origin, seen } = await serve((_, response, at) => {
      if (at === 1) json(response, {}, 429, { 'retry-after': '1' })
      else if (at === 2) json(response, {}, 502)
      else if (at === 3) response.destroy()
      else json(response, empty)
    })
    expect((await clientFor(origin).targets(out)).calls).toBe(4)
    expect(seen).toHaveLength(4)
  })

  it('ends after four more attempts', async () => {
    const { origin, seen } = await serve((_, response) => json(response, {}, 429))
    expect(await failureOf(clientFor(origin).targets(out))).toEqual({
      kind: 'rate-limited',
      retryAfterSeconds: null,
    })
    expect(seen).toHaveLength(5)
  })

  it('is useless after 400, 401, 403 and 501', async () => {
    for (const status of [400, 401, 403, 501]) {
      const { origin, seen } = await serve((_, response) => json(response, {}, status))
      await failureOf(clientFor(origin).targets(out))
      expect(seen.filter(({ url }) => url.includes('/relation/'))).toHaveLength(1)
    }
  })

  it('is done for writes only where the server says that nothing happened', async () => {
    const tries = async (status: number, headers = {}) => {
      const { origin, seen } = await serve((_, response, at) =>
        at === 1 ? json(response, {}, status, headers) : response.writeHead(204).end(),
      )
      await failureOf(clientFor(origin).delete(ends))
      return seen.length
    }
    expect(await tries(429)).toBe(2)
    expect(await tries(503, { 'retry-after': '1' })).toBe(2)
    expect([await tries(503), await tries(500)]).toEqual([1, 1])
  })
})

describe('the pace of a site', () => {
  it('keeps to four calls at a time', async () => {
    let open = 0
    let most = 0
    const { origin } = await serve((_, response) => {
      open += 1
      most = Math.max(most, open)
      setTimeout(() => {
        open -= 1
        json(response, empty)
      }, 20)
    })
    const client = clientFor(origin)
    await Promise.all(Array.from({ length: 20 }, () => client.targets(out)))
    expect(most).toBe(4)
  })

  it('starts nothing during a pause, and afterwards one call at a time', async () => {
    const limiter = createLimiter(quickPace)
    const order: string[] = []
    limiter.pause(100)
    let open = 0
    const task = async () => {
      open += 1
      order.push(`open ${open}`)
      await new Promise((resolve) => setTimeout(resolve, 1))
      open -= 1
    }
    const running = Promise.all([1, 2, 3].map(() => limiter.run(task, { again: false })))
    await new Promise((resolve) => setImmediate(resolve))
    order.push('still paused')
    await running
    expect(order).toEqual(['still paused', 'open 1', 'open 1', 'open 1'])
  })

  it('lets a call that was put off go before those that were never tried', async () => {
    const { origin, seen } = await serve((_, response, at) =>
      at === 1 ? json(response, {}, 429, { 'retry-after': '50' }) : json(response, empty),
    )
    // Two clients of one site share its limiter.
    const limiter = createLimiter({ ...quickPace, concurrency: 1 })
    const [first, second] = [clientFor(origin, { limiter }), clientFor(origin, { limiter })]
    await Promise.all([
      first.targets({ ...out, relation: 'first' }),
      second.targets({ ...out, relation: 'second' }),
    ])
    expect(seen.map(({ url }) => url.split('/')[5])).toEqual(['first', 'first', 'second'])
  })

  it('fails at once where the site asks to wait for very long', async () => {
    const { origin, seen } = await serve((_, response) =>
      json(response, {}, 429, { 'retry-after': '3600' }),
    )
    const client = clientFor(origin, { limiter: createLimiter(defaultPace) })
    const failure = await failureOf(client.targets(out))
    expect(failure).toMatchObject({ kind: 'rate-limited' })
    expect(await failureOf(client.targets(out))).toMatchObject({ kind: 'rate-limited' })
    expect(seen).toHaveLength(1)
  })

  it('lets a waiting call be stopped during a pause', async () => {
    const { origin, seen } = await serve((_, response) =>
      json(response, {}, 429, { 'retry-after': '60' }),
    )
    const client = clientFor(origin, { limiter: createLimiter(defaultPace) })
    const stop = new AbortController()
    const waiting = failureOf(client.targets(out, stop.signal))
    await expect.poll(() => seen.length).toBe(1)
    setTimeout(() => stop.abort(), 20)
    expect(await waiting).toEqual({ kind: 'cancelled' })
  })
})

describe('the account', () => {
  it('is refused with 401 and with 403 alike', async () => {
    for (const status of [401, 403]) {
      const { origin } = await serve((_, response) => json(response, {}, status))
      expect(await failureOf(clientFor(origin).account())).toMatchObject({
        kind: 'bad-credentials',
      })
    }
  })

  it('is nobody where the call ran without one', async () => {
    const { origin } = await serve((_, response) => json(response, { type: 'anonymous' }))
    expect(await failureOf(clientFor(origin).account())).toMatchObject({ kind: 'anonymous' })
  })

  it('stands for `current`, so that one person is one node', async () => {
    const { origin, seen } = await serve(({ url }, response) =>
      json(response, url.endsWith('/user/current') ? me : empty),
    )
    const query = { relation: 'expert-in', source: user('current'), targetType: 'content' } as const
    await clientFor(origin).targets(query)
    expect(seen.map(({ url }) => url.split('?')[0])).toEqual([
      '/wiki/rest/api/user/current',
      '/wiki/rest/api/relation/expert-in/from/user/me-1/to/content',
    ])
  })
})
