import type { CrawlRequest, QueryRecord, QueryState } from '@shared/crawl'
import type { EntityType, NodeId } from '@shared/graph'

export type ProbeWanted = {
  readonly node: NodeId
  readonly names: readonly string[]
  readonly types: readonly EntityType[]
  /** Told of each question that is answered. */
  readonly onRecords: (records: readonly QueryRecord[]) => void
  readonly signal: AbortSignal
}

/** Every name, both ways, one step. */
export const probeRequest = ({
  names,
  types,
}: Pick<ProbeWanted, 'names' | 'types'>): Pick<
  CrawlRequest,
  'relations' | 'types' | 'direction' | 'depth'
> => ({ relations: [...names], types: [...types], direction: 'both', depth: 1 })

/** What a probe of one name came to, over all its questions so far. */
export type ProbeResult = {
  readonly name: string
  readonly found: number
  readonly states: ReadonlySet<QueryState>
  /** What went wrong, in the words of the first that did. */
  readonly failure: QueryRecord['failure']
}

/** One result a name, in the order of the names. */
export function probeResults(
  names: readonly string[],
  records: readonly QueryRecord[],
): ProbeResult[] {
  return names.map((name) => {
    const own = records.filter(({ query }) => query.relation === name)
    return {
      name,
      found: own.reduce((sum, { found }) => sum + found, 0),
      states: new Set(own.map(({ state }) => state)),
      failure: own.find(({ failure }) => failure !== undefined)?.failure,
    }
  })
}

/** `found 3`, `none`, `forbidden`, `not supported`, `gone`, `failed`, or nothing before an answer. */
export function probeWords({ found, states }: ProbeResult): string {
  if (found > 0) return states.has('cut') ? `found at least ${found}` : `found ${found}`
  for (const state of ['forbidden', 'failed', 'gone', 'not-supported', 'cut'] as const) {
    if (states.has(state)) return state === 'cut' ? 'stopped' : state.replace('-', ' ')
  }
  return states.has('complete') ? 'none' : ''
}
