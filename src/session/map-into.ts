import type { Profile } from '@shared/contract'
import type { MapSummary } from '@shared/map'
import { createMapStore, type MapModel } from '../features/map'
import type { CrawlModel } from '../features/crawl'
import type { createBatchQueue, GraphModel } from '../features/graph'
import type { View } from '../features/view'
import type { Vocabulary } from '../features/vocabulary'
import type { Workspace } from '../features/workspace'
import type { Client } from '../transport'
import type { Refreshes } from './refreshes'

type Parts = {
  readonly client: Client
  readonly profile: Profile
  readonly graph: GraphModel
  readonly view: View
  readonly crawl: CrawlModel
  readonly vocabulary: Vocabulary
  readonly workspace: Workspace
  /** Where what comes waits to be merged, with that of crawls. */
  readonly queue: Pick<ReturnType<typeof createBatchQueue>, 'add' | 'flush'>
  readonly refreshes: Refreshes
  readonly onEnd: (summary: MapSummary) => void
}

/** Maps that fill the graph in the way in which crawls do. */
export const mapInto = (parts: Parts): MapModel => {
  const { client, profile, graph, view, crawl, vocabulary, workspace, queue, refreshes, onEnd } =
    parts
  return createMapStore({
    ...{ client, profile },
    workspace: () => workspace.store.getState().id,
    onStart: ({ relations }) => vocabulary.learn(relations),
    onRefresh: refreshes.begin,
    onMapped: (mapped) => {
      const { batch, gone, records } = mapped
      refreshes.came(mapped)
      queue.add(batch)
      if (gone.length > 0) {
        queue.flush()
        graph.remove({ edges: gone })
        view.forget(new Set(), new Set(gone))
      }
      crawl.settled(records)
    },
    onCalls: crawl.addCalls,
    onEnd: (summary) => {
      queue.flush()
      onEnd(summary)
      void refreshes.end(summary)
    },
  })
}
