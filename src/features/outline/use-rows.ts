import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { View } from '../view'
import { onRowClick, onRowKey, onRowMenu, rowHeight, type RowsContext } from './row-keys'
import { isPicked, type Picked, type RowSpot } from './row-spot'

type Options = Pick<RowsContext, 'rows' | 'view' | 'acts' | 'onAbove' | 'onLeave'> & {
  readonly scrollRef: RefObject<HTMLDivElement | null>
  /** Px over the first row that stay while the rows scroll. */
  readonly headHeight: number
  /** Begins at the top, whatever is selected by then; what is selected later comes into sight. */
  readonly startsAtTop?: boolean
  /** The cell of the row the keyboard is on; null where it is on the row as a whole. */
  readonly column?: number | null
}

/**
 * A long list of which only what is in sight is made. One row can be reached with Tab, the arrow
 * keys go from it to the others; what is picked is what the picture has selected.
 */
export function useRows(options: Options) {
  const { rows, view, scrollRef, headHeight, startsAtTop = false, column = null } = options
  const picked = usePicked(view)
  const { active, move } = useActive(rows)
  const anchor = useRef<string | null>(null)
  const wantsFocus = useRef(false)
  const hadFocus = useRef(false)
  // Its functions change their answers without changing themselves: nothing here is memoised by them.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scrollRef.current,
    estimateSize: () => rowHeight,
    getItemKey: (at) => rows[at]?.key ?? at,
    overscan: 8,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    // Before it is measured; without rows there would be nowhere for the keyboard to go.
    initialRect: { width: 600, height: 240 },
    // The row the keyboard is on stays, or the keyboard would be nowhere.
    rangeExtractor: (range: Range) => withRow(defaultRangeExtractor(range), active),
  })

  const activate = (at: number, focus: boolean) => {
    const row = rows[at]
    if (row === undefined) return
    wantsFocus.current = focus
    move(row.key, at)
    virtualizer.scrollToIndex(at, { align: 'auto' })
    if (focus && row.node !== null) view.setFocus(row.node)
  }
  useLayoutEffect(() => {
    // A row that goes takes the keyboard with it, to nowhere.
    const isLost = hadFocus.current && document.activeElement === document.body
    if (!wantsFocus.current && !isLost) return
    wantsFocus.current = false
    const row = rowAt(scrollRef.current, active)
    const cell = column === null ? null : cellAt(row, column)
    ;(cell ?? row)?.focus({ preventScroll: cell === null })
  })
  useFollowSelection({ rows, picked, active, activate, startsAtTop })

  const context: RowsContext = { ...options, picked, active, activate, anchor }
  return {
    active,
    activate,
    virtualizer,
    onKey: (event: React.KeyboardEvent<HTMLElement>) => onRowKey(event, context),
    /** What the list carries, to know whether the keyboard is in it. */
    watch: {
      onFocus: () => {
        hadFocus.current = true
      },
      onBlur: ({ relatedTarget }: React.FocusEvent) => {
        if (relatedTarget !== null) hadFocus.current = false
      },
    },
    /** What every row carries, whatever its role. */
    propsOf: (at: number, row: RowSpot) => ({
      'data-row': at,
      // A title that wraps makes its row higher.
      ref: virtualizer.measureElement,
      'data-index': at,
      tabIndex: at === active && column === null ? 0 : -1,
      'aria-selected': isPicked(row, picked),
      onClick: (event: React.MouseEvent) => onRowClick(event, at, context),
      onContextMenu: (event: React.MouseEvent) => onRowMenu(event, at, context),
    }),
  }
}

const rowAt = (list: HTMLElement | null, at: number): HTMLElement | null =>
  list?.querySelector<HTMLElement>(`[data-row="${at}"]`) ?? null

const cellAt = (row: HTMLElement | null, column: number): HTMLElement | null =>
  row?.querySelector<HTMLElement>(`[data-cell="${column}"]`) ?? null

const withRow = (rows: readonly number[], one: number): number[] =>
  one === -1 || rows.includes(one) ? [...rows] : [...rows, one].sort((a, b) => a - b)

function usePicked(view: View): Picked {
  const selection = useStore(view.store, (state) => state.selection)
  return useMemo(
    () => ({ nodes: new Set(selection.nodes), edges: new Set(selection.edges) }),
    [selection],
  )
}

/** The row the keyboard is on; where it is gone, the one that has taken its place. */
function useActive(rows: readonly RowSpot[]) {
  const places = useMemo(() => new Map(rows.map(({ key }, at) => [key, at])), [rows])
  const [last, setLast] = useState<{ key: string; at: number }>({ key: '', at: 0 })
  const active = places.get(last.key) ?? Math.min(last.at, rows.length - 1)
  return { active, move: (key: string, at: number) => setLast({ key, at }) }
}

type Follow = {
  readonly rows: readonly RowSpot[]
  readonly picked: Picked
  readonly active: number
  readonly activate: (at: number, focus: boolean) => void
  readonly startsAtTop: boolean
}

/** What is selected elsewhere comes into sight here. */
function useFollowSelection({ rows, picked, active, activate, startsAtTop }: Follow): void {
  const latest = useRef({ rows, active, activate })
  const followed = useRef(startsAtTop ? picked : null)
  useEffect(() => {
    latest.current = { rows, active, activate }
  })
  useEffect(() => {
    if (picked === followed.current) return
    followed.current = picked
    const now = latest.current
    const here = now.rows[now.active]
    if (here !== undefined && isPicked(here, picked)) return
    const at = now.rows.findIndex((row) => isPicked(row, picked))
    if (at !== -1) now.activate(at, false)
  }, [picked])
}
