import { expect, it } from 'vitest'
import { partsOfNodes } from '@shared/crawl'
import { inOneLine } from '@shared/failure'
import { endWords, lackingNow, untitledIn } from '../../src/features/crawl'
import type { Session } from '../../src/session'
import { realAnswers } from '../proxy'
import { crawlFrom, startSession, startSiteBehind, summaryOf } from './start-session'

const unknownIn = ({ graph, crawl }: Session) => {
  const { nodes } = graph.store.getState().graph
  const { lacking } = crawl.store.getState()
  return { lacking: lackingNow(nodes, lacking), untitled: untitledIn(nodes, lacking) }
}

it('titles that could not be looked up are told with the reason, and looked up again', async () => {
  const { proxy, at } = await startSiteBehind({ traps: ['expand-none'] })
  const { session } = await startSession(at)
  // The second API is in trouble: titles, and whoever wrote what, cannot be had.
  proxy.set(({ url }) =>
    /^\/wiki\/api\/v2\/(?:users-bulk|pages)/.test(url) ? realAnswers.v2WrongType : null,
  )
  await crawlFrom(session, 'Ingest pipeline', { depth: 1 })
  expect(endWords(summaryOf(session))).toMatch(/^Done, with gaps: /)
  const { lacking } = unknownIn(session)
  const titles = lacking.filter(({ part }) => part === 'title')
  expect(titles.map(partsOfNodes)).toEqual([expect.stringMatching(/^the titles? of \d+ nodes?$/)])
  expect(titles.map(({ failure }) => inOneLine(failure)).join()).toContain(
    'Confluence refused the request: Provided value',
  )

  proxy.clear()
  await session.crawl.lookUpAgain(lacking.flatMap(({ nodes }) => nodes))
  expect(session.crawl.store.getState().lookUp).toEqual({ isBusy: false, failure: null })
  await expect.poll(() => unknownIn(session)).toEqual({ lacking: [], untitled: [] })
})
