import { describe, expect, it } from 'vitest'
import { decide } from '../../../../../electron/services/remote/retry'
import { failureOf } from './failure-of'
import { clientFor, content, json, quickPace, serve } from './serve'

const answer = (status: number, retryAfter: number) => ({
  kind: 'answer' as const,
  status,
  retryAfter,
  readMs: 0,
  text: '',
  contentType: '',
  nearLimit: false,
  reason: null,
  failureCategory: null,
  loginReason: null,
  limits: {},
})

describe('a Retry-After that names no wait', () => {
  const headers = ['0', 'Tue, 24 Nov 2020 09:00:00 GMT', '-5']

  it('waits as long as for the first back-off, and longer each time', () => {
    for (const status of [429, 503]) {
      const waits = [1, 2, 3].map((tried) =>
        decide(answer(status, 0), { read: true, tried }, quickPace, 0),
      )
      expect(waits).toEqual([
        { kind: 'pause', seconds: 0.5 },
        { kind: 'pause', seconds: 1 },
        { kind: 'pause', seconds: 2 },
      ])
    }
  })

  it.each(headers)('holds back the next call at a real server: %s', async (header) => {
    const times: number[] = []
    const { origin } = await serve((_, response) => {
      times.push(performance.now())
      json(response, {}, 429, { 'retry-after': header })
    })
    const find = clientFor(origin).targets({
      relation: 'link',
      source: content('1'),
      targetType: 'content',
    })
    await expect(find).rejects.toThrow('rate-limited')
    expect(times).toHaveLength(5)
    // Seconds are of 1 ms here: half of one, one, two and four.
    expect((times[4] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(7)
  })
})

it.each([
  ['an hour ahead', 3_600_000],
  ['an hour behind', -3_600_000],
])('a date to wait for is by the clock of who names it: %s', async (_, apart) => {
  const { origin, seen } = await serve((_, response) => {
    const now = Date.now() + apart
    const [date, later] = [now, now + 60_000].map((ms) => new Date(ms).toUTCString())
    json(response, {}, 429, { date, 'retry-after': later })
  })
  const call = { relation: 'link', source: content('1'), targetType: 'content' } as const
  await expect(failureOf(clientFor(origin).targets(call))).resolves.toEqual({
    kind: 'rate-limited',
    retryAfterSeconds: 60,
  })
  expect(seen).toHaveLength(5)
})
