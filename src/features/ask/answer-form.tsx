import { useMemo } from 'react'
import { useStore } from 'zustand'
import { type AnswerRow, answerSentence, questionWords } from '@shared/ask'
import { counted } from '@shared/text'
import type { GraphModel } from '../graph'
import { useGraph } from '../graph/panels'
import type { MoreForm, RowSpot } from '../outline'
import { columnsOf, RecordTable } from '../outline/panels'
import { linesOf } from './rows'
import type { AskModel } from './store'

type Record = {
  readonly group: string
  readonly row: AnswerRow
  readonly spot: RowSpot
}

const columns = columnsOf<Record>([
  { id: 'title', header: 'Title', width: [200, 3], value: ({ row }) => row.title },
  { id: 'group', header: 'Found as', width: [170, 2], value: ({ group }) => group },
  { id: 'space', header: 'Space', width: [80, 1], value: ({ row }) => row.space ?? undefined },
  {
    id: 'why',
    header: 'Why',
    width: [240, 4],
    value: ({ row }) => (row.why === '' ? undefined : row.why),
  },
])

/** The last answer as a table of the outline; null where nothing was asked. */
export function useAnswerForm(ask: AskModel, graph: GraphModel): MoreForm | null {
  const answered = useStore(ask.store, (state) => state.answer)
  const model = useGraph(graph)
  const records = useMemo(
    () => (answered === null ? [] : recordsOf(linesOf(answered.answer, model))),
    [answered, model],
  )
  if (answered === null) return null
  const { answer } = answered
  return {
    form: 'answer',
    title: 'Answer',
    count: `${questionWords(answer)} ${counted(records.length, 'row')}`,
    isEmpty: records.length === 0,
    empty: answerSentence(answer),
    table: (parts) => (
      <RecordTable
        key="answer"
        label="Answer"
        records={records}
        columns={columns}
        spotOf={spotOf}
        {...parts}
      />
    ),
  }
}

const recordsOf = (lines: ReturnType<typeof linesOf>): Record[] => {
  let group = ''
  return lines.flatMap((line): Record[] => {
    if (line.kind === 'row') return [{ group, row: line.row, spot: line.spot }]
    group = line.group.title
    return []
  })
}

const spotOf = ({ spot }: Record): RowSpot => spot
