import { askedInFile } from '@shared/crawl'
import { type GraphFile, toGraphFile } from '@shared/graph'
import { knowledgeOf } from '../features/crawl'
import type { Session } from './session'

/** The graph as it is now, as a file. */
export function exported({ graph, crawl, profile, canvas }: Session, version: string): GraphFile {
  const { calls, completeness, states } = crawl.store.getState()
  const model = graph.store.getState().graph
  return toGraphFile(model, {
    version,
    site: profile.site,
    exportedAt: new Date().toISOString(),
    calls,
    ...askedInFile(completeness, Date.now()),
    stateOf: (node) => knowledgeOf(node, states),
    positions: new Map(canvas.positions()),
  })
}
