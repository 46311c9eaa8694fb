import { describe, expect, it } from 'vitest'
import { WireCall } from '@shared/contract'
import { createWireLog } from '../../../../../electron/services/remote'
import { failureOf } from './failure-of'
import { clientFor, content, json, serve, user } from './serve'

const out = { relation: 'explains', source: content('1'), targetType: 'content' } as const
const empty = { results: [], start: 0, limit: 100, size: 0, _links: {} }

const logged = (origin: string, more: Partial<Parameters<typeof clientFor>[1]> = {}) => {
  const log = createWireLog()
  const lines: string[] = []
  const client = clientFor(origin, {
    onAttempt: (attempted) => log.add(attempted),
    log: (line) => lines.push(line),
    ...more,
  })
  return { log, lines, client }
}

describe('the wire log', () => {
  it('has each attempt with its status, outcome and number, and no header', async () => {
    const { origin } = await serve((_, response, at) => {
      if (at === 1) json(response, {}, 429, { 'retry-after': '1' })
      else if (at === 2) response.destroy()
      else json(response, empty)
    })
    const { log, client } = logged(origin)
    await client.targets(out)
    expect(log.last()).toMatchObject([
      { id: 1, method: 'GET', status: 429, outcome: 'rate-limited', attempt: 1 },
      { id: 2, method: 'GET', status: null, outcome: 'unreachable', attempt: 2 },
      { id: 3, method: 'GET', status: 200, outcome: 'ok', attempt: 3 },
    ])
    for (const call of log.last()) expect(WireCall.parse(call)).toEqual(call)
    expect(log.last()[0]?.url).toMatch(/^http:.*\/relation\/explains\/from\/content\/1.*limit=100/)
    expect(JSON.stringify(log.last())).not.toMatch(/c2VjcmV0|Basic|authorization/)
  })

  it('has the ids that a reading POST carries, and no other body', async () => {
    const { origin } = await serve((_, response) => json(response, { results: [] }))
    const { log, client } = logged(origin)
    await client.describe([user('a1')])
    await failureOf(
      client.create({ relation: 'explains', source: content('1'), target: content('2') }),
    )
    expect(log.last()[0]).toMatchObject({ method: 'POST', body: '{"accountIds":["a1"]}' })
    expect(log.last().filter(({ body }) => body !== undefined)).toHaveLength(1)
  })

  it('has calls that were stopped or ran out of time', async () => {
    const { origin, seen } = await serve(() => undefined)
    const late = logged(origin, { timeoutMs: 30 })
    await failureOf(late.client.targets(out))
    // Its time may have run out before it was at the site.
    const before = seen.length
    const stopped = logged(origin)
    const stop = new AbortController()
    const call = failureOf(stopped.client.targets(out, stop.signal))
    await expect.poll(() => seen.length).toBeGreaterThan(before)
    stop.abort()
    await call
    const outcomes = () => [...late.log.last(), ...stopped.log.last()].map(({ outcome }) => outcome)
    await expect.poll(outcomes).toEqual(['timeout', 'cancelled'])
  })

  it('keeps the last ones only, in order, and goes on counting', () => {
    const log = createWireLog(3)
    const heard: number[] = []
    const end = log.onCall(({ id }) => heard.push(id))
    const call = {
      at: new Date(0).toISOString(),
      method: 'GET',
      url: 'x',
      ms: 1,
      attempt: 1,
    } as const
    for (let made = 1; made <= 7; made += 1) {
      log.add({ ...call, status: 200, outcome: 'ok' })
      const first = Math.max(1, made - 2)
      expect(log.last().map(({ id }) => id)).toEqual(
        Array.from({ length: made - first + 1 }, (_, index) => first + index),
      )
    }
    end()
    log.add({ ...call, status: 200, outcome: 'ok' })
    expect(heard).toEqual([1, 2, 3, 4, 5, 6, 7])
  })
})

describe('the reason of a limit', () => {
  it('is logged as Atlassian names it, and otherwise not at all', async () => {
    const reasons = ['confluence-burst-based', 'Basic c2VjcmV0', 'conf-global-based']
    const { origin } = await serve((_, response, at) => {
      const reason = reasons[at - 1]
      if (reason === undefined) json(response, empty)
      else json(response, {}, 429, { 'ratelimit-reason': reason, 'retry-after': '1' })
    })
    const { client, lines } = logged(origin)
    await client.targets(out)
    expect(lines).toEqual([
      'Confluence limits the pace (status 429): confluence-burst-based',
      'Confluence limits the pace (status 429): conf-global-based',
    ])
  })
})
