import { askedInFile } from '@shared/crawl'
import { type GraphFile, toGraphFile } from '@shared/graph'
import type { Profile } from '@shared/contract'
import type { CanvasModel } from '../features/canvas'
import { type CrawlModel, knowledgeOf } from '../features/crawl'
import type { GraphModel } from '../features/graph'
import type { OpenNames } from '../features/unresolved'

type Exporting = {
  readonly graph: GraphModel
  readonly crawl: CrawlModel
  readonly profile: Pick<Profile, 'site'>
  readonly canvas: CanvasModel
  readonly unresolved: OpenNames
}

/** The graph as it is now, as a file. */
export function exported(
  { graph, crawl, profile, canvas, unresolved }: Exporting,
  version: string,
): GraphFile {
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
    unresolved: unresolved.now() ?? undefined,
  })
}
