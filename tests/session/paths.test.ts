import { describe, expect, it } from 'vitest'
import type { PathRequest } from '@shared/crawl'
import { answerWords } from '../../src/features/paths/path-words'
import { createSearchStore } from '../../src/features/paths/search-store'
import { countsIn, crawlFrom, startSession, startSite } from './start-session'

/** Two pages with their first neighbours, and a search between them on the site. */
async function bothDrawn(...traps: NonNullable<Parameters<typeof startSite>[0]>['traps'] & {}) {
  const site = await startSite({ traps, lateMs: 100 })
  const { session } = await startSession(site)
  const follow = { depth: 1, relations: ['depends-on'] }
  const from = await crawlFrom(session, 'Operations handbook', follow)
  const to = await crawlFrom(session, 'Interview notes: harbours', follow)
  const { crawl } = session
  const search = createSearchStore(crawl)
  const request: PathRequest = {
    ...{ from, to, relations: ['depends-on'], directed: false },
    ...{ types: crawl.store.getState().follow.types, steps: 4, calls: 200 },
  }
  const words = () => {
    const state = search.store.getState()
    return state.kind === 'ended' ? answerWords(state.answer) : state.kind
  }
  return { session, search, request, words }
}

describe('a path that is searched for on the site', () => {
  it('ends at its budget and says how far it looked; is found and drawn; asks nothing twice', async () => {
    const { session, search, request, words } = await bothDrawn()
    const before = countsIn(session)
    await search.search({ ...request, calls: 1 })
    expect(words()).toMatch(/^Stopped at the limit: no path of up to 2 steps/)
    await search.search(request)
    expect(words()).toMatch(/^Found: 3 steps, [1-9]\d* calls/)
    // At once, before what was found is drawn.
    await search.search(request)
    expect(words()).toMatch(/^Found: 3 steps, 0 calls/)
    expect(countsIn(session).nodes).toBeGreaterThan(before.nodes)
  })

  it('says what may not be read, and can be stopped', async () => {
    const { search, request, words } = await bothDrawn('forbidden-find', 'slow')
    const far = { ...request, steps: 12 }
    const stopped = search.search(far)
    expect(words()).toBe('searching')
    search.stop()
    await stopped
    expect(words()).toMatch(/^Stopped; results so far are kept/)
    await search.search(far)
    expect(words()).toMatch(/\d+ calls?, \d+ forbidden/)
  })
})
