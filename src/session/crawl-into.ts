import type { Profile } from '@shared/contract'
import { explain } from '@shared/failure'
import type { WorkspaceState } from '@shared/workspace'
import { quoted } from '@shared/text'
import { type CrawlModel, createCrawlStore, type Ended } from '../features/crawl'
import type { Journal } from '../features/edit'
import type { createBatchQueue, GraphModel } from '../features/graph'
import type { View } from '../features/view'
import type { Vocabulary } from '../features/vocabulary'
import { attempt, type Client } from '../transport'
import type { Voice } from '../ui'
import { createExpansions } from './expansions'
import { knownCrawl } from './kept'
import { loadedWords } from './live-words'
import { sayFailure } from './say'

type Parts = {
  readonly client: Client
  readonly profile: Profile
  readonly page: string
  readonly graph: GraphModel
  readonly view: View
  readonly vocabulary: Vocabulary
  /** Where what comes waits to be merged, with that of maps. */
  readonly queue: Pick<ReturnType<typeof createBatchQueue>, 'add' | 'flush'>
  readonly journal: Journal
  readonly notices: Voice
}

/** Crawls that fill the graph, begun with what was asked before. */
export function crawlInto(parts: Parts, opened: WorkspaceState): CrawlModel {
  const { client, profile, page, graph, view, vocabulary, queue, journal, notices } = parts
  const expansions = createExpansions(graph, (title, change) =>
    journal.noteView('expand', title, change),
  )
  const crawl = createCrawlStore({
    ...{ client, profile, page },
    kept: { records: opened.records, ...knownCrawl(opened.crawl) },
    onStart: (starts, { relations }) => {
      graph.apply({ entities: [...starts], relations: [] })
      for (const { id } of starts) view.addStart(id)
      vocabulary.learn(relations)
      remember(client, profile, relations)
    },
    isDescribed: (id) =>
      (graph.store.getState().graph.nodes.get(id)?.status ?? 'unknown') !== 'unknown',
    onBatch: queue.add,
    graphNow: () => {
      queue.flush()
      return graph.store.getState().graph
    },
    onExpand: (node) => {
      queue.flush()
      expansions.begin(node)
    },
  })
  crawl.onEnd((ended) => {
    queue.flush()
    if (ended.kind === 'expand') sayExpanded(ended, expansions.end(ended), { graph, notices })
  })
  return crawl
}

const remember = (client: Client, profile: Profile, relations: readonly string[]): void =>
  void attempt(client.credentials.remember({ profile: profile.id, relations: [...relations] }))

function sayExpanded(
  { start, summary, batch }: Extract<Ended, { kind: 'expand' }>,
  fresh: number,
  { graph, notices }: Pick<Parts, 'graph' | 'notices'>,
): void {
  const title = graph.titleOf(start)
  const failure = summary.failure ?? summary.failures[0]?.failure
  if (failure !== undefined && batch.relations.length === 0) {
    sayFailure(notices, failure, `Expanding ${quoted(title)} did not go through. `)
    return
  }
  const words = loadedWords(start, { batch, summary, fresh })
  notices.say({
    tone: 'plain',
    sentence: `Expanded ${quoted(title)}: ${words}.`,
    ...(failure === undefined ? {} : { next: explain(failure).sentence }),
  })
}
