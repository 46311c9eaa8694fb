import { describe, expect, it } from 'vitest'
import type { RemoteEvent } from '@shared/contract'
import { watch } from '../../../../electron/host/watch'
import { createLimiter, createWireLog } from '../../../../electron/services/remote'

const call = {
  at: new Date(0).toISOString(),
  method: 'GET',
  url: 'https://example.atlassian.net/wiki',
  status: 200,
  outcome: 'ok',
  ms: 1,
  attempt: 1,
} as const

const watching = () => {
  const watched = { limiter: createLimiter(), log: createWireLog() }
  const stop = new AbortController()
  const events = watch(watched, stop.signal)
  const next = async (): Promise<RemoteEvent | null> => (await events.next()).value ?? null
  return { ...watched, stop, next }
}
const idsIn = (event: RemoteEvent | null) =>
  event?.kind === 'calls' ? event.calls.map(({ id }) => id) : null

describe('watching a site', () => {
  it('begins with the present pace and the last calls, and goes on with batches', async () => {
    const { limiter, log, stop, next } = watching()
    log.add(call)
    log.add(call)
    expect(await next()).toEqual({ kind: 'pace', pace: limiter.pace() })
    expect(idsIn(await next())).toEqual([1, 2])
    const batch = next()
    log.add(call)
    log.add(call)
    log.add(call)
    expect(idsIn(await batch)).toEqual([3, 4, 5])
    const pace = next()
    limiter.pause(60)
    expect(await pace).toMatchObject({ kind: 'pace', pace: { state: 'paused' } })
    stop.abort()
    expect(await next()).toBeNull()
  })

  it('loses nothing that happens between two looks', async () => {
    const { log, stop, next } = watching()
    await next()
    const first = next()
    log.add(call)
    expect(idsIn(await first)).toEqual([1])
    log.add(call)
    log.add(call)
    expect(idsIn(await next())).toEqual([2, 3])
    stop.abort()
  })

  it('ends at once, also while nothing happens and where it was stopped before', async () => {
    const { stop, next } = watching()
    await next()
    const quiet = next()
    stop.abort()
    expect(await quiet).toBeNull()
    const late = watching()
    late.stop.abort()
    await late.next()
    expect(await late.next()).toBeNull()
  })
})
