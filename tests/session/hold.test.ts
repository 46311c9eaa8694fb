import { expect, it } from 'vitest'
import { endWords } from '../../src/features/crawl'
import type { Session } from '../../src/session'
import { allRefused, isRelation } from '../proxy'
import { entityOf, startSession, startSiteBehind, summaryOf } from './start-session'

const holdOf = ({ crawl }: Session) => {
  const { run } = crawl.store.getState()
  return run.kind === 'active' ? (run.progress.hold ?? null) : null
}

/** Begins a crawl; when six questions are answered something happens to its site. */
async function crawling(happens: Parameters<Behind['proxy']['set']>[0]) {
  const { site, proxy, at } = await startSiteBehind({ pages: 150 })
  const { session } = await startSession(at)
  const start = await entityOf(session, 'Architecture overview')
  let finds = 0
  proxy.set((request) => {
    if (isRelation(request)) finds += 1
    return finds > 6 ? happens(request) : null
  })
  session.crawl.setFollow({ depth: 2 })
  session.crawl.setStarts([start])
  const ended = session.crawl.crawl()
  const asked = () => proxy.seen.filter(isRelation).map(({ url }) => url)
  return { site, proxy, session, ended, asked }
}
type Behind = Awaited<ReturnType<typeof startSiteBehind>>

it('a crawl whose token is revoked waits, takes a new one, and asks nothing twice', async () => {
  const { site, proxy, session, ended, asked } = await crawling(allRefused)
  const { client, profile, crawl } = session
  await expect.poll(() => holdOf(session)?.for).toBe('person')
  expect(holdOf(session)?.failure.kind).toBe('bad-credentials')
  await expect
    .poll(() => {
      const { run } = crawl.store.getState()
      return run.kind === 'active' ? run.progress.inFlight : null
    })
    .toBe(0)
  // Those on the wire at that moment, and none that follows.
  const before = asked()
  expect(before.length).toBeLessThanOrEqual(6 + 10)
  const wrong = client.credentials.renew({ profile: profile.id, token: 'not-the-token' })
  await expect(wrong).rejects.toMatchObject({ data: { kind: 'bad-credentials' } })
  expect(asked()).toEqual(before)

  proxy.clear()
  await client.credentials.renew({ profile: profile.id, token: site.token })
  crawl.resume()
  await ended
  expect(endWords(summaryOf(session))).toMatch(/^Complete: /)
  const answered = before.slice(0, 6)
  expect(
    asked()
      .slice(before.length)
      .filter((url) => answered.includes(url)),
  ).toEqual([])
})

it('a crawl whose site is gone waits for it, and goes on by itself', async () => {
  const { proxy, session, ended, asked } = await crawling(() => 'reset')
  await proxy.leave()
  await expect.poll(() => holdOf(session)?.for).toBe('site')
  const before = asked()
  proxy.clear()
  await proxy.back()
  await ended
  expect(endWords(summaryOf(session))).toMatch(/^Complete: /)
  expect(asked().length).toBeGreaterThan(before.length)
})
