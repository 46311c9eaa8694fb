import { flexRender, type Header } from '@tanstack/react-table'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { type KeyboardEvent, type RefObject, useState } from 'react'
import type { Features } from './columns'

type Props<T extends object> = { header: Header<Features, T>; id: string; tabIndex: number }

/** The heading of a column: a press sorts by it. */
export function Heading<T extends object>({ header, id, tabIndex }: Props<T>) {
  const sorted = header.column.getIsSorted()
  const Arrow = sorted === 'desc' ? ArrowDown : ArrowUp
  return (
    <div
      id={id}
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

/** The arrow keys over the headings; the one they were on last is where they begin. */
export function useHeads(scrollRef: RefObject<HTMLDivElement | null>) {
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
  return { at, enter: (column: number | null) => go(column ?? at), onKey }
}
