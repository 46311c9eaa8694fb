import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createLimiter, defaultPace } from '../../../../../electron/services/remote'
import { failureOf } from './failure-of'
import { clientFor, content, json, quickPace, serve } from './serve'

const out = { relation: 'explains', source: content('1'), targetType: 'content' } as const
const empty = { results: [], start: 0, limit: 100, size: 0, _links: {} }
const cancelled = { kind: 'cancelled' }
const never = () => new Promise<never>(() => undefined)

describe('the pace of a site, as it is seen', () => {
  it('tells what is under way, what waits, and until when a pause lasts', async () => {
    const limiter = createLimiter({ ...defaultPace, concurrency: 1 })
    expect(limiter.pace()).toEqual({
      state: 'free',
      until: null,
      inFlight: 0,
      waiting: 0,
      concurrency: 1,
    })
    void limiter.run(never, { again: false })
    const second = failureOf(limiter.run(never, { again: false }))
    await expect.poll(() => limiter.pace()).toMatchObject({ inFlight: 1, waiting: 1 })
    const before = Date.now()
    limiter.pause(12)
    const { state, until } = limiter.pace()
    expect(state).toBe('paused')
    expect(Date.parse(until ?? '')).toBeGreaterThanOrEqual(before + 12_000)
    limiter.cancelWaiting()
    expect(await second).toEqual(cancelled)
    expect(limiter.pace()).toMatchObject({ inFlight: 1, waiting: 0, state: 'paused' })
  })

  it.each([-3_600_000, 3_600_000])('waits as long when the clock is moved by %i ms', async (by) => {
    vi.useFakeTimers({ toFake: ['Date'] })
    onTestFinished(() => void vi.useRealTimers())
    const limiter = createLimiter({ ...quickPace, patience: 200 })
    const began = performance.now()
    limiter.pause(80)
    vi.setSystemTime(Date.now() + by)
    expect(limiter.pace().state).toBe('paused')
    expect(Date.parse(limiter.pace().until ?? '') - Date.now()).toBeLessThanOrEqual(80)
    await limiter.run(() => Promise.resolve(), { again: false })
    expect(performance.now() - began).toBeGreaterThanOrEqual(80 * quickPace.second)
    expect(limiter.pace().state).toBe('free')
  })

  it('is told to a listener until that has heard enough', async () => {
    const limiter = createLimiter(quickPace)
    const states: string[] = []
    const end = limiter.onPace(() => states.push(limiter.pace().state))
    limiter.pause(30)
    await expect.poll(() => states.at(-1)).toBe('free')
    expect(states[0]).toBe('paused')
    end()
    const heard = states.length
    limiter.pause(30)
    expect(states).toHaveLength(heard)
  })

  it('halves where the site is near its limit, and recovers by answers without the mark', async () => {
    let near = true
    const { origin } = await serve((_, response) =>
      json(response, empty, 200, near ? { 'x-ratelimit-nearlimit': 'true' } : {}),
    )
    const limiter = createLimiter({ ...quickPace, concurrency: 8 })
    const client = clientFor(origin, { limiter })
    const after = async () => {
      await client.targets(out)
      return limiter.pace().concurrency
    }
    expect([await after(), await after()]).toEqual([4, 4])
    near = false
    expect([await after(), await after(), await after()]).toEqual([5, 6, 7])
    expect([await after(), await after()]).toEqual([8, 8])
  })

  it('goes one at a time after a pause, and one more with each good answer', async () => {
    const { origin } = await serve((_, response, at) =>
      at === 1 ? json(response, {}, 429, { 'retry-after': '1' }) : json(response, empty),
    )
    const limiter = createLimiter(quickPace)
    const client = clientFor(origin, { limiter })
    await client.targets(out)
    expect(limiter.pace().concurrency).toBe(2)
    await client.targets(out)
    await client.targets(out)
    await client.targets(out)
    expect(limiter.pace().concurrency).toBe(4)
  })

  it('is not raised by answers to calls that were under way when the pause began', async () => {
    const limiter = createLimiter(quickPace)
    limiter.pause(40)
    limiter.answered(false)
    expect(limiter.pace()).toMatchObject({ state: 'paused', concurrency: 1 })
    await expect.poll(() => limiter.pace().state).toBe('free')
    limiter.answered(false)
    expect(limiter.pace().concurrency).toBe(2)
  })

  it('follows the person’s choice at once, but not out of a slowing down', () => {
    const limiter = createLimiter(quickPace)
    limiter.setConcurrency(8)
    expect(limiter.pace().concurrency).toBe(8)
    limiter.answered(true)
    limiter.setConcurrency(6)
    expect(limiter.pace().concurrency).toBe(4)
    limiter.setConcurrency(1)
    expect(limiter.pace().concurrency).toBe(1)
    limiter.answered(true)
    expect(limiter.pace().concurrency).toBe(1)
  })
})

describe('giving up what waits', () => {
  it('ends calls in the queue, in a pause and in a back-off, and lets the one under way end', async () => {
    const { origin, seen } = await serve(({ url }, response) => {
      if (url.includes('/slow/')) setTimeout(() => json(response, empty), 100)
      else if (url.includes('/limited/')) json(response, {}, 429, { 'retry-after': '60' })
      else json(response, {}, 503)
    })
    const ask = (relation: string, limiter = createLimiter(defaultPace)) => ({
      limiter,
      call: failureOf(clientFor(origin, { limiter }).targets({ ...out, relation })),
    })
    const backOff = ask('broken', createLimiter({ ...defaultPace, backOff: 60 }))
    const pause = ask('limited')
    const one = createLimiter({ ...defaultPace, concurrency: 1 })
    const underWay = ask('slow', one)
    const queued = ask('queued', one)
    await expect.poll(() => seen.length).toBe(3)
    await expect.poll(() => backOff.limiter.pace().waiting).toBe(1)
    await expect.poll(() => pause.limiter.pace()).toMatchObject({ waiting: 1, state: 'paused' })
    for (const { limiter } of [backOff, pause, queued]) limiter.cancelWaiting()
    expect(await Promise.all([backOff.call, pause.call, queued.call])).toEqual([
      cancelled,
      cancelled,
      cancelled,
    ])
    expect(await underWay.call).toBeNull()
    expect(seen).toHaveLength(3)
  })

  it('leaves the site open for what comes after', async () => {
    const { origin } = await serve((_, response) => json(response, empty))
    const limiter = createLimiter(quickPace)
    limiter.cancelWaiting()
    expect(await failureOf(clientFor(origin, { limiter }).targets(out))).toBeNull()
  })
})

describe('a back-off', () => {
  it('ends with the call’s own signal', async () => {
    const { origin, seen } = await serve((_, response) => json(response, {}, 503))
    const limiter = createLimiter({ ...defaultPace, backOff: 60 })
    const stop = new AbortController()
    const call = failureOf(clientFor(origin, { limiter }).targets(out, stop.signal))
    await expect.poll(() => limiter.pace().waiting).toBe(1)
    stop.abort()
    expect(await call).toEqual(cancelled)
    expect(seen).toHaveLength(1)
  })
})
