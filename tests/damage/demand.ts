/** What must be there of a hurt file, by the pages that are as they were. */
import { readFileSync } from 'node:fs'
import { queryKey } from '@shared/crawl'
import type { WorkspaceState } from '@shared/workspace'
import { hurtPages, rowsAndPages, type Table } from './rows-and-pages'

type Read = Pick<WorkspaceState, 'batch' | 'records' | 'places' | 'entries'>
export type Demand = {
  readonly [part in 'nodes' | 'edges' | 'records' | 'places' | 'entries']: string[]
}

const has = (state: Read): Record<keyof Demand, ReadonlySet<string>> => ({
  nodes: new Set(state.batch.entities.map(({ id }) => id)),
  edges: new Set(state.batch.relations.map(({ id }) => id)),
  records: new Set(state.records.map(({ query }) => queryKey(query))),
  places: new Set(state.places.map(([node]) => node)),
  entries: new Set(state.entries.map(({ id }) => id)),
})

export function createDemands(sample: string) {
  const whole = readFileSync(sample)
  const rows = rowsAndPages(sample)
  const of = (hurtFile: string) => {
    const hurt = hurtPages(whole, readFileSync(hurtFile))
    const standing = (table: Table): string[] =>
      (rows.get(table) ?? [])
        .filter(({ pages }) => !pages.some((page) => hurt.has(page)))
        .map(({ key }) => key)
    const [nodes, steps] = [standing('nodes'), new Set(standing('steps'))]
    const demand: Demand = {
      nodes,
      edges: standing('edges'),
      records: standing('records'),
      // A place is that of a node; an act is whole or left out.
      places: standing('places').filter((node) => nodes.includes(node)),
      entries: standing('entries').filter((id) => steps.has(`${id} 0`)),
    }
    return {
      demand,
      isSiteHurt: standing('meta').length < (rows.get('meta')?.length ?? 0),
      isHeadHurt: hurt.has(1),
    }
  }
  /** Those that must be there and are not. */
  const missing = (demand: Demand, state: Read): string[] => {
    const found = has(state)
    return (Object.keys(found) as (keyof Demand)[]).flatMap((part) =>
      demand[part].filter((key) => !found[part].has(key)).map((key) => `${part} ${key}`),
    )
  }
  return { of, missing }
}
