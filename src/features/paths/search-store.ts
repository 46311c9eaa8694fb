import { createStore } from 'zustand/vanilla'
import type { PathAnswer, PathProgress, PathRequest } from '@shared/crawl'
import type { CrawlModel } from '../crawl'

export type SearchState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'searching'; readonly progress: PathProgress }
  | { readonly kind: 'ended'; readonly answer: PathAnswer }

/** One search on the site at a time; the drawn graph grows by what it finds. */
export function createSearchStore(crawl: CrawlModel) {
  const store = createStore<SearchState>(() => ({ kind: 'idle' }))
  let current: AbortController | null = null

  const search = async (request: PathRequest) => {
    current?.abort()
    const mine = new AbortController()
    current = mine
    const show = (state: SearchState) => {
      if (current === mine) store.setState(state, true)
    }
    show({ kind: 'searching', progress: { step: 1, calls: 0, gaps: {}, met: null } })
    const answer = await crawl.findPath({
      request,
      signal: mine.signal,
      onProgress: (progress) => show({ kind: 'searching', progress }),
    })
    show({ kind: 'ended', answer })
  }
  return {
    store,
    search,
    stop: () => current?.abort(),
  }
}
