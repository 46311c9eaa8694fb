import { allRecords, inFile } from '@shared/crawl'
import { explain } from '@shared/failure'
import { type GraphFile, toGraphFile } from '@shared/graph'
import { knowledgeOf } from '../features/crawl'
import type { Session } from './session'

/** The graph as it is now, as a file. */
export function exported({ graph, crawl, profile }: Session, version: string): GraphFile {
  const { calls, completeness, states } = crawl.store.getState()
  const model = graph.store.getState().graph
  return toGraphFile(model, {
    version,
    site: profile.site,
    exportedAt: new Date().toISOString(),
    calls,
    failures: allRecords(completeness).flatMap(({ query, failure }) =>
      failure === undefined
        ? []
        : [{ ...query, kind: failure.kind, sentence: explain(failure).sentence }],
    ),
    completeness: inFile(completeness, Date.now()),
    stateOf: (id) => knowledgeOf(model.nodes.get(id) ?? { id, status: 'unknown' }, states),
  })
}
