import { expect, it } from 'vitest'
import { createInsightStore } from '../../src/features/insights/store'
import { crawlFrom, startSession, startSite } from './start-session'

it('insights say what stands out once a crawl rests, and look at what comes later too', async () => {
  const { session } = await startSession(await startSite())
  const insights = createInsightStore(session.graph, session.crawl)
  const stop = insights.follow()
  const counts = () => {
    const { process, sections } = insights.store.getState()
    if (process.kind !== 'ready') return null
    return new Map(sections.map(({ kind, total }) => [kind, total]))
  }
  await expect.poll(counts).not.toBeNull()
  expect([...(counts()?.values() ?? [])].every((count) => count === 0)).toBe(true)
  await crawlFrom(session, 'Operations handbook', { relations: ['depends-on'], depth: 5 })
  for (const kind of ['hubs', 'joints', 'cycles', 'communities'] as const)
    await expect.poll(() => counts()?.get(kind), { message: kind }).toBeGreaterThan(0)
  const { sections } = insights.store.getState()
  const ring = sections.find(({ kind }) => kind === 'cycles')?.insights[0]
  expect([ring?.nodes.length, ring?.edges.length]).toEqual([3, 3])

  const first = counts()
  await crawlFrom(session, 'Forecast blending', { relations: ['link'], depth: 2 })
  await expect.poll(() => counts() ?? first).not.toEqual(first)
  stop()
})
