import {
  type ColumnDef,
  createSortedRowModel,
  rowSortingFeature,
  type SortFn,
  tableFeatures,
} from '@tanstack/react-table'
import { lacking } from '@shared/crawl'
import { atLeast, kindWord, knowledgeWords } from '../crawl'
import { when } from '../details'
import { TypeShape } from '../picture/panels'
import { byText } from './order'
import type { NodeRecord, RelationRecord } from './records'
import { Isolated } from '../../ui'

export const features = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
})
export type Features = typeof features

/** The least px, and the share of what is left over. */
type Width = readonly [least: number, share: number]

export type Column<T extends object> = ColumnDef<Features, T> & {
  readonly width: Width
}

type Cell<T> = {
  readonly id: string
  readonly header: string
  readonly width: Width
  /** What is sorted by; what is not known comes last either way. */
  readonly value: (one: T) => string | number | undefined
  readonly cell?: (one: T) => React.ReactNode
}

function sorter<T extends object>(): SortFn<Features, T> {
  return (one, other, column) => {
    const [a, b] = [one.getValue(column), other.getValue(column)]
    return typeof a === 'number' && typeof b === 'number' ? a - b : byText(String(a), String(b))
  }
}

/** Names may run either way. */
const plainCell = (value: string | number | undefined) =>
  typeof value === 'string' ? <Isolated text={value} /> : value

/** The columns of a table, by what each tells of a record. */
export const columnsOf = <T extends object>(cells: readonly Cell<T>[]): readonly Column<T>[] =>
  cells.map(({ id, header, width, value, cell }) => ({
    id,
    header,
    width,
    accessorFn: value,
    cell: ({ row: { original } }) => cell?.(original) ?? plainCell(value(original)),
    sortFn: sorter<T>(),
    sortDescFirst: false,
    sortUndefined: 'last',
  }))

/** What the filter lets through no more is said, for it is only dimmed. */
const Dimmed = ({ is }: { is: boolean }) =>
  is ? <span className="outline__mark"> (does not match)</span> : null

const unknownWord = <span className="outline__none">unknown</span>

export const nodeColumns = columnsOf<NodeRecord>([
  {
    id: 'title',
    header: 'Title',
    width: [200, 4],
    value: ({ entity }) => entity.title,
    cell: ({ entity, isDimmed }) => (
      <>
        <TypeShape type={entity.type} /> <Isolated text={entity.title} />
        <Dimmed is={isDimmed} />
      </>
    ),
  },
  {
    id: 'type',
    header: 'Type',
    width: [80, 1],
    value: ({ entity }) => kindWord(entity),
  },
  {
    id: 'space',
    header: 'Space',
    width: [130, 2],
    value: ({ space }) => space,
    cell: ({ entity, space }) =>
      space ?? (entity.type === 'user' ? <span className="outline__none">none</span> : unknownWord),
  },
  {
    id: 'out',
    header: 'Out',
    width: [88, 0],
    value: (one) => one.out,
    cell: (one) => atLeast(one.out, lacking.has(one.state)),
  },
  {
    id: 'in',
    header: 'In',
    width: [88, 0],
    value: (one) => one.in,
    cell: (one) => atLeast(one.in, lacking.has(one.state)),
  },
  {
    id: 'state',
    header: 'What is known',
    width: [136, 1],
    value: ({ state }) => knowledgeWords[state].word,
  },
  {
    id: 'by',
    header: 'Created by',
    width: [110, 1.5],
    value: ({ entity }) => entity.createdBy?.name,
    cell: ({ entity }) => plainCell(entity.createdBy?.name) ?? unknownWord,
  },
  {
    id: 'at',
    header: 'Created',
    width: [150, 1.5],
    value: ({ entity }) => entity.createdAt,
    cell: ({ entity }) => (entity.createdAt === undefined ? unknownWord : when(entity.createdAt)),
  },
])

export const relationColumns = columnsOf<RelationRecord>([
  { id: 'source', header: 'Source', width: [180, 3], value: (one) => one.source },
  {
    id: 'relation',
    header: 'Relation',
    width: [120, 2],
    value: ({ relation }) => relation.relation,
    cell: ({ relation, isDimmed }) => (
      <>
        <span className="tag tag--still">
          <Isolated text={relation.relation} />
        </span>
        <Dimmed is={isDimmed} />
      </>
    ),
  },
  { id: 'target', header: 'Target', width: [180, 3], value: (one) => one.target },
  {
    id: 'by',
    header: 'Created by',
    width: [110, 1.5],
    value: ({ relation }) => relation.createdBy?.name,
    cell: ({ relation }) => plainCell(relation.createdBy?.name) ?? unknownWord,
  },
  {
    id: 'at',
    header: 'Created',
    width: [150, 1.5],
    value: ({ relation }) => relation.createdAt,
    cell: ({ relation }) =>
      relation.createdAt === undefined ? unknownWord : when(relation.createdAt),
  },
])

/** The columns as CSS has them, for the headings and for each row. */
export const templateOf = (columns: readonly { readonly width: Width }[]): string =>
  columns.map(({ width: [least, share] }) => `minmax(${least}px, ${share}fr)`).join(' ')

export const leastWidth = (columns: readonly { readonly width: Width }[]): number =>
  columns.reduce((sum, { width: [least] }) => sum + least, 0)
