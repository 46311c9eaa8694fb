import type { Kept, KeptCrawl } from '@shared/workspace'
import { isEqual } from 'es-toolkit/predicate'
import { type CrawlModel, type CrawlState, startsKept } from '../features/crawl'
import type { Draft } from '../features/edit'
import { keptView, type View } from '../features/view'
import type { Vocabulary } from '../features/vocabulary'

/** Whose state is kept beside the graph, its places and the journal. */
type Keeping = {
  readonly view: View
  readonly crawl: CrawlModel
  readonly vocabulary: Vocabulary
  readonly draft: Draft
}

/** What of them is kept, as it is now. */
export const keptNow = ({ view, crawl, vocabulary, draft }: Keeping, page: string): Kept => ({
  view: keptView(view.store.getState()),
  crawl: keptCrawl(crawl.store.getState(), page),
  words: [...vocabulary.store.getState().words],
  draft: [...draft.store.getState().lines],
})

/** Calls when something has changed that is kept. */
export function followKept(
  { view, crawl, vocabulary, draft }: Keeping,
  onChange: () => void,
): void {
  for (const store of [crawl.store, vocabulary.store]) store.subscribe(onChange)
  draft.store.subscribe((now, old) => {
    if (now.lines !== old.lines) onChange()
  })
  view.store.subscribe((now, old) => {
    if (!isEqual(keptView(now), keptView(old))) onChange()
  })
}

/** A crawl as it was kept: what ran then is another page's now, and may be taken up. */
export const knownCrawl = ({ start, moreStarts, follow, calls, running }: KeptCrawl) => ({
  ...{ starts: startsKept(start, moreStarts), follow, calls },
  others: running,
})

const keptCrawl = (
  { starts: [start, ...moreStarts], follow, calls, running, others }: CrawlState,
  page: string,
): KeptCrawl => ({
  start: start ?? null,
  moreStarts,
  follow: { ...follow, relations: [...follow.relations], types: [...follow.types] },
  calls,
  running: [...others, ...(running === null ? [] : [{ page, request: running }])],
})
