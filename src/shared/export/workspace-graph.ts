import { askedInFile, note, nothingAsked, shownState } from '../crawl'
import { emptyGraph, merge, toGraphFile } from '../graph'
import type { WorkspaceState } from '../workspace'
import type { Drawn } from './model'

type Kept = Pick<
  WorkspaceState,
  'batch' | 'records' | 'places' | 'crawl' | 'words' | 'unresolved'
> & {
  readonly site: string
}

/** The graph of a workspace, as the page would export it. */
export function drawnWorkspace(kept: Kept, version: string, now: Date): Drawn {
  const { graph } = merge(emptyGraph, kept.batch)
  const known = note(nothingAsked, kept.records)
  const file = toGraphFile(graph, {
    version,
    site: kept.site,
    exportedAt: now.toISOString(),
    calls: kept.crawl.calls,
    ...askedInFile(known, now.getTime()),
    stateOf: (node) => shownState(known, node, now.getTime()),
    positions: new Map(kept.places),
    unresolved: kept.unresolved ?? undefined,
  })
  const looks = kept.words.map(
    ({ name, colour, line }) =>
      [name, { ...(colour && { colour }), ...(line && { line }) }] as const,
  )
  return { file, looks: new Map(looks) }
}
