import { useMemo } from 'react'
import { type Graph, namedInWords, type NodeId, type Unresolved } from '@shared/graph'
import { counted } from '@shared/text'
import type { GraphModel } from '../graph'
import { useGraph } from '../graph/panels'
import type { MoreForm, RowSpot } from '../outline'
import { columnsOf, RecordTable } from '../outline/panels'
import type { OpenNames } from './store'
import { useOpenNames } from './use-open-names'
import { stateWords } from './words'

type Record = {
  readonly key: string
  readonly page: NodeId
  /** False where the page is not in the graph any more. */
  readonly isThere: boolean
  readonly title: string
  readonly names: string
  readonly state: string
  readonly words: string | undefined
}

const columns = columnsOf<Record>([
  { id: 'title', header: 'Page', width: [200, 3], value: ({ title }) => title },
  { id: 'names', header: 'What it does', width: [240, 4], value: ({ names }) => names },
  { id: 'state', header: 'What is known', width: [150, 1.5], value: ({ state }) => state },
  { id: 'words', header: 'Written as', width: [140, 2], value: ({ words }) => words },
])

/** What pages name in vain, as a table of the outline; null where no page was read. */
export function useUnresolvedForm(unresolved: OpenNames, graph: GraphModel): MoreForm | null {
  const all = useOpenNames(unresolved)
  const model = useGraph(graph)
  const records = useMemo(() => recordsOf(all, model), [all, model])
  if (unresolved.now() === null) return null
  return {
    form: 'unresolved',
    title: 'Leads nowhere',
    count: counted(records.length, 'link'),
    isEmpty: records.length === 0,
    empty: 'All that the mapped pages name was seen.',
    table: (parts) => (
      <RecordTable
        key="unresolved"
        label="Leads nowhere"
        records={records}
        columns={columns}
        spotOf={spotOf}
        {...parts}
      />
    ),
  }
}

const recordsOf = (all: readonly Unresolved[], { nodes }: Graph): Record[] =>
  all.map((one) => ({
    key: [one.source, one.relation, one.names].join('\n'),
    page: one.source,
    isThere: nodes.has(one.source),
    title: nodes.get(one.source)?.title ?? one.source,
    names: namedInWords(one),
    state: stateWords[one.state],
    words: one.words,
  }))

const spotOf = ({ key, page, isThere }: Record): RowSpot => {
  const node = isThere ? page : null
  return { key, node, edges: [], owner: node }
}
