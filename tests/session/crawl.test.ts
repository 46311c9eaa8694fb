import { describe, expect, it } from 'vitest'
import { allRecords, isMendable } from '@shared/crawl'
import { countStates, endWords } from '../../src/features/crawl'
import { cutSentence } from '../../src/features/crawl/knowledge-words'
import { exported, type Session } from '../../src/session'
import {
  countsIn,
  crawlFrom,
  entityOf,
  newFolder,
  startSession,
  startSite,
  summaryOf,
} from './start-session'

const left = ({ crawl }: Session) =>
  allRecords(crawl.store.getState().completeness).filter(({ state }) => state === 'cut')

const statesIn = ({ graph, crawl }: Session) =>
  countStates(graph.store.getState().graph.nodes.values(), crawl.store.getState().states)

describe('a crawl', () => {
  it('that a limit cut says so, and goes on with what was left open', async () => {
    const { session } = await startSession(await startSite())
    await crawlFrom(session, 'Architecture overview', { budget: { nodes: 500, calls: 10 } })
    const first = summaryOf(session)
    expect(endWords(first)).toMatch(/^Stopped at the limit of calls: /)
    expect(first.calls).toBeLessThanOrEqual(10)
    expect(statesIn(session).get('cut')).toBeGreaterThan(0)
    const open = left(session)
    expect(new Set(open.map(cutSentence))).toEqual(new Set(['Cut by the limit of calls.']))

    const before = countsIn(session)
    session.crawl.setFollow({ budget: { nodes: 500, calls: 600 } })
    await session.crawl.goOn(open.filter(isMendable))
    expect(summaryOf(session).state).toBe('complete')
    expect(statesIn(session).has('cut')).toBe(false)
    expect(left(session)).toEqual([])
    expect(countsIn(session).nodes).toBeGreaterThan(before.nodes)
  })

  it('begins at several nodes, which are chosen still after a restart', async () => {
    const site = await startSite()
    const folder = await newFolder()
    const first = await startSession(site, { folder })
    const { session } = first
    const titles = ['Ingest pipeline', 'Operations handbook', 'Ingest pipeline']
    const starts = await Promise.all(titles.map((title) => entityOf(session, title)))
    session.crawl.setStarts(starts)
    session.crawl.setFollow({ depth: 1 })
    await session.crawl.crawl()
    const ids = starts.slice(0, 2).map(({ id }) => id)
    expect([...session.view.store.getState().starts]).toEqual(ids)
    const asked = session.crawl.store.getState().completeness
    expect(ids.filter((id) => asked.has(id))).toEqual(ids)
    await first.quit()

    const { crawl } = (await startSession(site, { folder })).session
    expect(crawl.store.getState().starts.map(({ id }) => id)).toEqual(ids)
  })

  it('tells at each node what was asked there, and an export tells it too', async () => {
    const { session } = await startSession(await startSite())
    const relations = ['depends-on', 'favourite']
    const start = await crawlFrom(session, 'Architecture overview', { relations, depth: 1 })
    const asked = [...(session.crawl.store.getState().completeness.get(start)?.values() ?? [])]
    const states = (name: string) =>
      new Set(asked.flatMap(({ query, state }) => (query.relation === name ? [state] : [])))
    expect(states('depends-on')).toEqual(new Set(['complete']))
    expect(states('favourite')).toEqual(new Set(['not-supported']))
    expect(statesIn(session).get('not-asked')).toBeGreaterThan(0)
    const file = exported(session, '1')
    const told = file.completeness.map(({ relation, state }) => `${relation}: ${state}`)
    expect(told).toContain('favourite: not-supported')
    expect(told).toContain('depends-on: complete')
    expect(file.nodes.map(({ completeness }) => completeness)).toContain('not-asked')
  })
})
