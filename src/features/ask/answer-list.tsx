import { type KeyboardEvent, useId, useMemo, useRef } from 'react'
import { Isolated, useHeld } from '../../ui'
import type { CanvasActs } from '../canvas'
import { useRows } from '../outline/panels'
import type { View } from '../view'
import type { Line } from './rows'

type Props = {
  lines: readonly Line[]
  view: View
  acts: CanvasActs
  onLeave: () => void
}

/** The answer as one list, with the keys and the menu of the outline's rows. */
export function AnswerList({ lines: now, view, acts, onLeave }: Props) {
  const id = useId()
  const scrollRef = useRef<HTMLDivElement>(null)
  const { value: lines, hold } = useHeld(now)
  const rows = useMemo(() => lines.map(({ spot }) => spot), [lines])
  const { virtualizer, onKey, watch, propsOf } = useRows({
    ...{ rows, view, acts, scrollRef, onLeave },
    headHeight: 0,
    startsAtTop: true,
  })
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (onKey(event)) event.preventDefault()
  }
  return (
    <div
      ref={scrollRef}
      className="outline__scroll ask__list"
      role="listbox"
      aria-label="What was found"
      aria-multiselectable
      onPointerDownCapture={hold}
      onKeyDown={onKeyDown}
      {...watch}
    >
      <div
        role="none"
        className="outline__rows"
        style={{ height: `${virtualizer.getTotalSize()}px` }}
      >
        {virtualizer.getVirtualItems().map(({ index, key, start }) => {
          const line = lines[index]
          return line === undefined ? null : (
            <div
              key={key}
              id={`${id}-${index}`}
              role="option"
              aria-posinset={index + 1}
              aria-setsize={lines.length}
              className={`outline__row ask__row ask__row--${line.kind}`}
              {...propsOf(index, line.spot)}
              style={{ transform: `translateY(${start}px)` }}
            >
              {line.kind === 'head' ? <Head line={line} /> : <One line={line} />}
            </div>
          )
        })}
      </div>
    </div>
  )
}

/** A heading; Enter selects all that is listed under it. */
function Head({ line: { group } }: { line: Extract<Line, { kind: 'head' }> }) {
  const { title, total, rows, meaning, isFinding } = group
  return (
    <>
      <span>
        <b>{title}</b> <span className="count">{total.toLocaleString('en')}</span>
        {!isFinding && <span className="hint"> beside the answer</span>}
      </span>
      <span className="hint">
        {meaning}
        {total > rows.length &&
          ` The ${rows.length.toLocaleString('en')} that weigh most are listed.`}
      </span>
    </>
  )
}

function One({ line: { row } }: { line: Extract<Line, { kind: 'row' }> }) {
  return (
    <>
      <span>
        <Isolated text={row.title} />
        {row.space !== null && <span className="hint"> {row.space}</span>}
      </span>
      {row.why !== '' && <span className="hint">{row.why}</span>}
    </>
  )
}
