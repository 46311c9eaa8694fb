import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createLimiter, createMachine, type Machine } from '../../../../../electron/services/remote'
import { clientFor, content, json, quickPace, serve } from './serve'

const out = { relation: 'explains', source: content('1'), targetType: 'content' } as const
const empty = { results: [], start: 0, limit: 100, size: 0, _links: {} }
const settling = 60_000

/** A machine whose clocks are set by hand; while it sleeps, `elapsed` may stand still. */
function machineAt() {
  const now = { wall: 1_000_000, elapsed: 1_000 }
  const machine = createMachine({ wall: () => now.wall, elapsed: () => now.elapsed })
  const goOn = (ms: number, also = ms) => {
    now.wall += ms
    now.elapsed += also
  }
  return { machine, now, goOn }
}

describe('a machine', () => {
  it('has not slept where every look came in time', async () => {
    const { machine, now, goOn } = machineAt()
    await machine.during(() => {
      const began = now.elapsed
      goOn(14_000)
      expect(machine.hasSleptSince(began, settling)).toBe(false)
      return Promise.resolve()
    })
  })

  it.each([
    ['goes on', 3_600_000],
    ['stands still', 0],
  ])('has slept where the wall clock ran away, while the other %s', async (_, elapsed) => {
    const { machine, now, goOn } = machineAt()
    await machine.during(() => {
      const began = now.elapsed
      goOn(3_600_000, elapsed)
      expect(machine.hasSleptSince(began, settling)).toBe(true)
      // Who calls now meets a network that is not back yet, and later one that is.
      expect(machine.hasSleptSince(now.elapsed + 1, settling)).toBe(true)
      goOn(settling / 5)
      for (let at = 0; at < 5; at += 1) {
        machine.hasSleptSince(now.elapsed, settling)
        goOn(settling / 5)
      }
      expect(machine.hasSleptSince(now.elapsed, settling)).toBe(false)
      return Promise.resolve()
    })
  })

  it('that nobody called on may have slept: it looks only while calls go on', async () => {
    const { machine, now, goOn } = machineAt()
    goOn(3_600_000)
    await machine.during(() => {
      expect(machine.hasSleptSince(now.elapsed, settling)).toBe(false)
      return Promise.resolve()
    })
  })

  it('looks at the clock by itself, and wakes where nobody says that it woke', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    onTestFinished(() => void vi.useRealTimers())
    const { machine, goOn } = machineAt()
    const tick = (ms: number, elapsed = ms) => {
      goOn(ms, elapsed)
      vi.advanceTimersByTime(5_000)
    }
    let isOver: () => void = () => undefined
    const over = machine.during(() => new Promise<void>((resolve) => (isOver = resolve)))
    machine.sleep()
    for (let at = 0; at < 10; at += 1) tick(5_000)
    // It slept only now, so nothing is known of how long it has been awake.
    tick(3_600_000)
    tick(5_000)
    expect(machine.isAsleep()).toBe(true)
    for (let at = 0; at < 12; at += 1) tick(5_000)
    expect(machine.isAsleep()).toBe(false)
    expect(vi.getTimerCount()).toBe(1)
    isOver()
    await over
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('calls of a machine that sleeps', () => {
  const sleeping = (): { machine: Machine; limiter: ReturnType<typeof createLimiter> } => {
    const machine = createMachine()
    return { machine, limiter: createLimiter(quickPace, machine) }
  }

  it('wait, also under a limiter that is made meanwhile, and can be given up', async () => {
    const { machine } = sleeping()
    machine.sleep()
    const limiter = createLimiter(quickPace, machine)
    const given = limiter.run(() => Promise.resolve('asked'), { again: false })
    await expect.poll(() => limiter.pace()).toMatchObject({ inFlight: 0, waiting: 1 })
    limiter.cancelWaiting()
    await expect(given).rejects.toMatchObject({ failure: { kind: 'cancelled' } })
    const next = limiter.run(() => Promise.resolve('asked'), { again: false })
    machine.wake()
    expect(await next).toBe('asked')
  })

  it('keep a pause of the site where it ends while they sleep, and where it does not', async () => {
    const { machine, limiter } = sleeping()
    limiter.pause(20)
    machine.sleep()
    await expect.poll(() => limiter.pace().state).toBe('free')
    const waits = limiter.run(() => Promise.resolve('asked'), { again: false })
    await expect.poll(() => limiter.pace().waiting).toBe(1)
    expect(limiter.pace().inFlight).toBe(0)
    machine.wake()
    expect(await waits).toBe('asked')
    limiter.pause(20)
    machine.sleep()
    machine.wake()
    const began = limiter.pace().state
    await limiter.run(() => Promise.resolve(), { again: false })
    expect([began, limiter.pace().state]).toEqual(['paused', 'free'])
  })

  it('are made again where they read, and a write that broke is not', async () => {
    const { machine, limiter } = sleeping()
    const { origin, seen } = await serve(({ method }, response) => {
      if (seen.filter((one) => one.method === method).length > 6) return json(response, empty)
      machine.sleep()
      response.destroy()
      setImmediate(machine.wake)
    })
    const client = clientFor(origin, { limiter })
    // Six times, where a network that breaks is asked five times at most.
    expect(await client.targets(out)).toMatchObject({ relations: [], calls: 7 })
    const ends = { relation: 'explains', source: content('1'), target: content('2') } as const
    await expect(client.delete(ends)).rejects.toMatchObject({ failure: { kind: 'write-unknown' } })
    expect(seen.filter(({ method }) => method === 'DELETE')).toHaveLength(1)
  })
})
