import { flexRender, type Header, type SortingState, useTable } from '@tanstack/react-table'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import type { CanvasActs } from '../canvas'
import type { View } from '../view'
import { useHeld } from '../../ui'
import { type Column, type Features, features, leastWidth, templateOf } from './columns'
import { rowHeight } from './row-keys'
import type { RowSpot } from './row-spot'
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
 * A grid whose headings sort. One Tab stop: arrows go over the rows, and from the first row up to
 * the headings.
 */
export function RecordTable<T extends object>(props: Props<T>) {
  const { label, records, columns, spotOf, view, acts, onLeave } = props
  const scrollRef = useRef<HTMLDivElement>(null)
  const [sorting, setSorting] = useState<SortingState>([{ id: columns[0]?.id ?? '', desc: false }])
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
    ...{ rows, view, acts, scrollRef, onLeave },
    headHeight: rowHeight,
    onAbove: heads.enter,
  })
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const isHead = event.target instanceof Element && event.target.closest('[data-head]') !== null
    const handled = isHead
      ? heads.onKey(event, { down: () => activate(active, true), leave: onLeave })
      : onKey(event)
    if (handled) event.preventDefault()
  }
  const template = { gridTemplateColumns: templateOf(columns) }
  const minWidth = `${leastWidth(columns)}px`
  const headers = table.getHeaderGroups()[0]?.headers ?? []
  return (
    <div
      ref={scrollRef}
      className="outline__scroll"
      role="grid"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length}
      aria-multiselectable
      onPointerDownCapture={hold}
      onKeyDown={onKeyDown}
      {...watch}
    >
      <div
        role="row"
        aria-rowindex={1}
        className="outline__row outline__head"
        style={{ ...template, minWidth }}
      >
        {headers.map((header, at) => (
          <Heading
            key={header.id}
            header={header}
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
              className="outline__row"
              {...propsOf(index, spot)}
              style={{ ...template, transform: `translateY(${start - rowHeight}px)` }}
            >
              {line.getAllCells().map((cell) => (
                <div key={cell.id} role="gridcell" className="outline__cell">
                  {flexRender(cell.column.columnDef.cell, cell.getContext())}
                </div>
              ))}
            </div>
          )
        })}
      </div>
    </div>
  )
}

type HeadingProps<T extends object> = { header: Header<Features, T>; tabIndex: number }

function Heading<T extends object>({ header, tabIndex }: HeadingProps<T>) {
  const sorted = header.column.getIsSorted()
  const Arrow = sorted === 'desc' ? ArrowDown : ArrowUp
  return (
    <div
      role="columnheader"
      aria-sort={sorted === false ? 'none' : sorted === 'asc' ? 'ascending' : 'descending'}
      className="outline__cell"
    >
      <button
        type="button"
        data-head
        className="outline__sort"
        tabIndex={tabIndex}
        onClick={() => header.column.toggleSorting()}
      >
        {flexRender(header.column.columnDef.header, header.getContext())}
        {sorted !== false && <Arrow size={13} aria-hidden />}
      </button>
    </div>
  )
}

/** The arrow keys over the headings; what sorted last is where they begin. */
function useHeads(scrollRef: React.RefObject<HTMLDivElement | null>) {
  const [at, setAt] = useState(0)
  const go = (to: number) => {
    const all = [...(scrollRef.current?.querySelectorAll<HTMLElement>('[data-head]') ?? [])]
    const next = Math.max(0, Math.min(to, all.length - 1))
    setAt(next)
    all[next]?.focus()
  }
  const onKey = (
    { key }: KeyboardEvent,
    { down, leave }: { down: () => void; leave: () => void },
  ): boolean => {
    const acts: Readonly<Record<string, () => void>> = {
      ArrowLeft: () => go(at - 1),
      ArrowRight: () => go(at + 1),
      Home: () => go(0),
      End: () => go(Number.MAX_SAFE_INTEGER),
      ArrowDown: down,
      Escape: leave,
    }
    acts[key]?.()
    return acts[key] !== undefined
  }
  return { at, enter: () => go(at), onKey }
}
