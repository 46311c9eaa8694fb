import { expect, it } from 'vitest'
import type { Session } from '../../src/session'
import { isRelation } from '../proxy'
import {
  crawlFrom,
  entityOf,
  newFolder,
  startSession,
  startSite,
  startSiteBehind,
  summaryOf,
} from './start-session'

const pages = 300
const follow = { depth: 3, budget: { nodes: 2_000, calls: 2_000 } }

const idsIn = ({ graph }: Session) => {
  const { nodes, edges } = graph.store.getState().graph
  return { nodes: [...nodes.keys()].sort(), edges: [...edges.keys()].sort() }
}

const progressOf = ({ crawl }: Session) => {
  const { run } = crawl.store.getState()
  return run.kind === 'active' ? run.progress : null
}

const running = 'A crawl was running when the program ended.'

it.each([
  ['at rest, and nothing is asked twice', true],
  ['with calls on their way, which alone are asked again', false],
])('a crawl that ran when the program ended goes on where it was: %s', async (_, atRest) => {
  const folder = await newFolder()
  const { proxy, at } = await startSiteBehind({ pages, latencyMs: 5 })
  const asked = () => proxy.seen.filter(isRelation).map(({ url }) => url)
  const first = await startSession(at, { folder })
  const start = await entityOf(first.session, 'Ingest pipeline')
  first.session.crawl.setStarts([start])
  first.session.crawl.setFollow(follow)
  void first.session.crawl.crawl()
  await expect.poll(() => progressOf(first.session)?.nodes).toBeGreaterThan(20)
  if (atRest) {
    // What is on its way comes, so that all that was asked is in the file.
    first.session.crawl.pause()
    await expect.poll(() => progressOf(first.session)?.inFlight).toBe(0)
  }
  const saved = asked().length
  await first.session.workspace.flush()
  await first.crash()
  const before = asked()

  const { session, shown, press, quit } = await startSession(at, { folder })
  expect(session.crawl.store.getState().run.kind).toBe('idle')
  expect(idsIn(session).nodes.length).toBeGreaterThan(20)
  await expect.poll(shown).toContain(running)
  press('Go on')
  await expect.poll(() => session.crawl.store.getState().run.kind).toBe('ended')
  const after = asked().slice(before.length)
  expect(after.length).toBeGreaterThan(0)
  const again = after.filter((url) => before.includes(url))
  const { concurrency } = session.profile
  expect(again.length).toBeLessThanOrEqual(atRest ? 0 : before.length - saved + concurrency)
  expect(summaryOf(session).state).toBe('complete')

  const whole = await startSession(await startSite({ pages }))
  await crawlFrom(whole.session, 'Ingest pipeline', follow)
  expect(idsIn(session)).toEqual(idsIn(whole.session))

  await quit()
  const third = await startSession(at, { folder })
  expect(third.said()).not.toContain(running)
  expect(idsIn(third.session)).toEqual(idsIn(session))
})
