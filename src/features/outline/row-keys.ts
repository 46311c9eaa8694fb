import type { KeyboardEvent, MouseEvent, RefObject } from 'react'
import type { CanvasActs } from '../canvas'
import type { View } from '../view'
import {
  actedOnAt,
  isPicked,
  type Picked,
  type RowSpot,
  selectionOf,
  selectionOfAll,
  spotOf,
  toggled,
} from './row-spot'

/** The keys of the outline itself, for the sheet of keys. */
export const outlineKeys: readonly { readonly keys: readonly string[]; readonly title: string }[] =
  [
    { keys: ['Up', 'Down'], title: 'Walk the rows; up from the first row to the headings' },
    { keys: ['Page Up', 'Page Down', 'Home', 'End'], title: 'Walk further' },
    {
      keys: ['Right', 'Left'],
      title: 'In the tree: open and go in, close and go out; in a table: cell by cell',
    },
    { keys: ['Enter'], title: 'Select and show in the graph; on a heading, sort' },
    { keys: ['Space', 'Ctrl+Enter'], title: 'Add to the selection, or take out' },
    { keys: ['Shift+Up', 'Shift+Down'], title: 'Select all on the way' },
    { keys: ['Menu', 'Shift+F10'], title: 'The menu of the row' },
  ]

/** Px of a row of one line, and what is reckoned for one that was not seen yet. */
export const rowHeight = 30

export type RowsContext = {
  readonly rows: readonly RowSpot[]
  readonly view: View
  readonly acts: CanvasActs
  readonly picked: Picked
  /** The row the keyboard is on; -1 where there are none. */
  readonly active: number
  /** Moves the keyboard's place, and with `focus` the keyboard. */
  readonly activate: (at: number, focus: boolean) => void
  /** Where a range began. */
  readonly anchor: RefObject<string | null>
  readonly scrollRef: RefObject<HTMLDivElement | null>
  /** The keyboard goes up from the first row. */
  readonly onAbove?: () => void
  readonly onLeave: () => void
}

/** Selects what a row stands for and brings it into view. */
function goTo(row: RowSpot, view: View): void {
  if (row.node !== null) view.goTo(row.node)
  else view.goToAll(selectionOf(row))
}

function pickRange(to: number, { rows, view, active, anchor }: RowsContext): void {
  anchor.current ??= rows[active]?.key ?? null
  const begun = rows.findIndex(({ key }) => key === anchor.current)
  const from = begun === -1 ? active : begun
  view.select(selectionOfAll(rows.slice(Math.min(from, to), Math.max(from, to) + 1)))
}

function toggle(row: RowSpot, { view, picked }: RowsContext): void {
  view.select(toggled(view.store.getState().selection, row, isPicked(row, picked)))
}

/** Arrows, pages and ends; with Shift all on the way is selected. */
function moves(event: KeyboardEvent, context: RowsContext): boolean {
  const { rows, active, activate, anchor, scrollRef, onAbove } = context
  const page = Math.max(1, Math.floor((scrollRef.current?.clientHeight ?? 0) / rowHeight) - 2)
  const to: Readonly<Record<string, number>> = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    PageDown: active + page,
    PageUp: active - page,
    Home: 0,
    End: rows.length - 1,
  }
  const wanted = to[event.key]
  if (wanted === undefined || event.altKey) return false
  if (wanted < 0 && event.key === 'ArrowUp' && !event.shiftKey && onAbove !== undefined) {
    onAbove()
    return true
  }
  const next = Math.max(0, Math.min(wanted, rows.length - 1))
  if (event.shiftKey) pickRange(next, context)
  else anchor.current = null
  activate(next, true)
  return true
}

/** Keys on a row; false where a key is none of them. */
export function onRowKey(event: KeyboardEvent<HTMLElement>, context: RowsContext): boolean {
  const { rows, active, view, acts } = context
  const row = rows[active]
  if (row === undefined) return false
  if (moves(event, context)) return true
  const control = event.ctrlKey || event.metaKey
  switch (event.key) {
    case 'Enter':
      if (event.shiftKey || control) toggle(row, context)
      else goTo(row, view)
      return true
    case ' ':
      toggle(row, context)
      return true
    case 'Escape':
      context.onLeave()
      return true
    case 'ContextMenu':
      return menuByKey(event, row, context)
    case 'F10':
      return event.shiftKey && menuByKey(event, row, context)
  }
  if (control && event.key.toLowerCase() === 'a') {
    view.select(selectionOfAll(rows))
    return true
  }
  return acts.onKey(event, onAt(row, context))
}

const onAt = (row: RowSpot, { view, picked }: RowsContext) =>
  actedOnAt(row, view.store.getState().selection, isPicked(row, picked))

function menuByKey(event: KeyboardEvent, row: RowSpot, context: RowsContext): boolean {
  if (!(event.target instanceof Element)) return false
  const { left, bottom } = event.target.getBoundingClientRect()
  context.acts.onMenu(spotOf(row), onAt(row, context), { x: Math.max(0, left) + 48, y: bottom })
  return true
}

export function onRowClick(event: MouseEvent, at: number, context: RowsContext): void {
  const { rows, view, activate, anchor } = context
  const row = rows[at]
  if (row === undefined) return
  if (event.shiftKey) pickRange(at, context)
  else {
    anchor.current = row.key
    if (event.ctrlKey || event.metaKey) toggle(row, context)
    else goTo(row, view)
  }
  activate(at, true)
}

export function onRowMenu(event: MouseEvent, at: number, context: RowsContext) {
  const { rows, acts, activate } = context
  const row = rows[at]
  event.preventDefault()
  if (row === undefined) return
  activate(at, true)
  acts.onMenu(spotOf(row), onAt(row, context), { x: event.clientX, y: event.clientY })
}
