import { expect, it } from 'vitest'
import { endWords } from '../../src/features/crawl'
import type { Session } from '../../src/session'
import { isRelation } from '../proxy'
import { entityOf, startSession, startSiteBehind, summaryOf } from './start-session'

/** Begins a crawl whose machine falls asleep when six questions are answered. */
async function fallenAsleep(fate: 'reset' | null) {
  const { proxy, at } = await startSiteBehind({ pages: 150 })
  const { session, host } = await startSession(at)
  const start = await entityOf(session, 'Architecture overview')
  let finds = 0
  proxy.set((request) => {
    if (isRelation(request)) finds += 1
    if (finds <= 6) return null
    if (finds === 7) host.sleep()
    return fate
  })
  const holds: unknown[] = []
  session.crawl.store.subscribe(({ run }) => {
    if (run.kind === 'active' && run.progress.hold !== undefined) holds.push(run.progress.hold)
  })
  session.crawl.setFollow({ depth: 2 })
  session.crawl.setStarts([start])
  const ended = session.crawl.crawl()
  await paceOf(session, ({ inFlight, waiting }) => finds > 6 && inFlight === 0 && waiting > 0)
  return { proxy, session, host, ended, holds }
}

/** Waits for a pace, or for what went over the wire, as the page is told of it. */
async function told(
  { client, profile }: Session,
  isIt: (event: Told<ReturnType<Session['client']['remote']['watch']>>) => boolean,
): Promise<void> {
  for await (const event of await client.remote.watch({ profile: profile.id })) {
    if (isIt(event)) return
  }
}
type Told<Watching> = Watching extends Promise<AsyncIterable<infer Event>> ? Event : never

const paceOf = (
  session: Session,
  isIt: (pace: { readonly inFlight: number; readonly waiting: number }) => boolean,
) => told(session, (event) => event.kind === 'pace' && isIt(event.pace))

it('a crawl asks nothing while its machine sleeps, and goes on when that wakes', async () => {
  const { proxy, session, host, ended, holds } = await fallenAsleep(null)
  const before = proxy.seen.length
  // A question of the person waits as those of the crawl do.
  const more = entityOf(session, 'Architecture overview')
  await paceOf(session, ({ waiting }) => waiting > 1)
  expect(proxy.seen.length).toBe(before)
  host.wake()
  await Promise.all([ended, more])
  expect(endWords(summaryOf(session))).toMatch(/^Complete: /)
  expect(proxy.seen.length).toBeGreaterThan(before)
  expect(holds).toEqual([])
})

it('calls that broke of the sleep are made again once the network is back', async () => {
  const { proxy, session, host, ended, holds } = await fallenAsleep('reset')
  await proxy.leave()
  host.wake()
  await told(
    session,
    (event) => event.kind === 'calls' && event.calls.at(-1)?.outcome === 'unreachable',
  )
  proxy.clear()
  await proxy.back()
  await ended
  expect(endWords(summaryOf(session))).toMatch(/^Complete: /)
  expect(holds).toEqual([])
})
