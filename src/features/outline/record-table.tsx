import {
  type Cell as TableCell,
  flexRender,
  type SortingState,
  useTable,
} from '@tanstack/react-table'
import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react'
import type { CanvasActs } from '../canvas'
import type { View } from '../view'
import { useHeld } from '../../ui'
import { type Column, type Features, features, leastWidth, templateOf } from './columns'
import { Heading, useHeads } from './headings'
import { rowHeight } from './row-keys'
import type { RowSpot } from './row-spot'
import { useHeight } from './use-height'
import { useRows } from './use-rows'

type Props<T extends object> = {
  label: string
  records: readonly T[]
  columns: readonly Column<T>[]
  spotOf: (record: T) => RowSpot
  view: View
  acts: CanvasActs
  onLeave: () => void
}

/**
 * A grid whose headings sort. One Tab stop: arrows go over the rows, right into the cells of a row
 * and left out of them again, and from the first row up to the headings.
 */
export function RecordTable<T extends object>(props: Props<T>) {
  const { label, records, columns, spotOf, view, acts, onLeave } = props
  const id = useId()
  const scrollRef = useRef<HTMLDivElement>(null)
  const headRef = useRef<HTMLDivElement>(null)
  const headHeight = useHeight(headRef, rowHeight)
  const [sorting, setSorting] = useState<SortingState>([{ id: columns[0]?.id ?? '', desc: false }])
  const [column, setColumn] = useState<number | null>(null)
  const table = useTable({
    features,
    columns: columns,
    data: records,
    state: { sorting },
    onSortingChange: setSorting,
    enableSortingRemoval: false,
    getRowId: (record) => spotOf(record).key,
  })
  const { value: lines, hold } = useHeld(table.getRowModel().rows)
  const rows = useMemo(() => lines.map(({ original }) => spotOf(original)), [lines, spotOf])
  const heads = useHeads(scrollRef)
  const { active, activate, virtualizer, onKey, watch, propsOf } = useRows({
    ...{ rows, view, acts, scrollRef, onLeave, headHeight, column },
    onAbove: () => heads.enter(column),
  })
  const go = (to: number | null) => {
    setColumn(to)
    activate(active, true)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const isHead = event.target instanceof Element && event.target.closest('[data-head]') !== null
    const next = sideways(event, column, columns.length)
    if (!isHead && next !== undefined) go(next)
    const handled = isHead
      ? heads.onKey(event, {
          down: () => go(column === null ? null : heads.at),
          leave: onLeave,
        })
      : next !== undefined || onKey(event)
    if (handled) event.preventDefault()
  }
  const template = { gridTemplateColumns: templateOf(columns) }
  const minWidth = `${leastWidth(columns)}px`
  const { headId, cellId, rowWords } = namesOf(id, columns)
  return (
    <div
      ref={scrollRef}
      className="outline__scroll"
      role="grid"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length}
      aria-multiselectable
      style={{ scrollPaddingBlockStart: `${headHeight}px` }}
      onPointerDownCapture={hold}
      onKeyDown={onKeyDown}
      {...watch}
    >
      <div
        ref={headRef}
        role="row"
        aria-rowindex={1}
        className="outline__row outline__head"
        style={{ ...template, minWidth }}
      >
        {(table.getHeaderGroups()[0]?.headers ?? []).map((header, at) => (
          <Heading
            key={header.id}
            header={header}
            id={headId(header.id)}
            tabIndex={rows.length === 0 && at === heads.at ? 0 : -1}
          />
        ))}
      </div>
      <div
        role="rowgroup"
        className="outline__rows"
        style={{ height: `${virtualizer.getTotalSize()}px`, minWidth }}
      >
        {virtualizer.getVirtualItems().map(({ index, key, start }) => {
          const [line, spot] = [lines[index], rows[index]]
          return line === undefined || spot === undefined ? null : (
            <div
              key={key}
              role="row"
              aria-rowindex={index + 2}
              aria-labelledby={rowWords(index)}
              className="outline__row"
              {...propsOf(index, spot)}
              style={{ ...template, transform: `translateY(${start - headHeight}px)` }}
            >
              {line.getAllCells().map((cell, at) => (
                <Cell
                  key={cell.id}
                  {...{ cell, at }}
                  id={cellId(index, cell.column.id)}
                  isActive={index === active && at === column}
                />
              ))}
            </div>
          )
        })}
      </div>
    </div>
  )
}

/** What headings and cells are called in the page, so that a row can be read by them. */
function namesOf(grid: string, columns: readonly { readonly id?: string }[]) {
  const headId = (name: string) => `${grid}-${name}`
  const cellId = (row: number, name: string) => `${grid}-${row}-${name}`
  return {
    headId,
    cellId,
    /** A row is read with the words over its cells; what the first is needs no saying. */
    rowWords: (row: number): string =>
      columns
        .map(({ id = '' }, at) => (at === 0 ? '' : `${headId(id)} `) + cellId(row, id))
        .join(' '),
  }
}

type CellProps<T extends object> = {
  cell: TableCell<Features, T>
  at: number
  id: string
  isActive: boolean
}

const Cell = <T extends object>({ cell, at, id, isActive }: CellProps<T>) => (
  <div
    id={id}
    // What the row is about is read with each of its cells.
    role={at === 0 ? 'rowheader' : 'gridcell'}
    data-cell={at}
    tabIndex={isActive ? 0 : -1}
    className="outline__cell"
  >
    {flexRender(cell.column.columnDef.cell, cell.getContext())}
  </div>
)

/** Where left and right lead from a cell, or from the row (null); undefined for other keys. */
function sideways(
  { key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent,
  column: number | null,
  count: number,
): number | null | undefined {
  if (shiftKey || ctrlKey || metaKey || altKey) return undefined
  if (key === 'ArrowRight') return Math.min((column ?? -1) + 1, count - 1)
  if (key === 'ArrowLeft') return column === null || column === 0 ? null : column - 1
  return undefined
}
