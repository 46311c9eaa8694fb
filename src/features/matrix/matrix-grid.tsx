import { type CSSProperties, type KeyboardEvent, useId, useRef, useState } from 'react'
import { Isolated } from '../../ui'
import type { Matrix } from './matrix'

type Props = {
  matrix: Matrix
  /** Selects what a cell counts. */
  onCell: (from: number, to: number) => void
  onLeave: () => void
}

type Place = { readonly row: number; readonly column: number }

/** A grid with one Tab stop: arrows go over its cells, and Enter selects what one counts. */
export function MatrixGrid({ matrix, onCell, onLeave }: Props) {
  const { groups, counts, most } = matrix
  const id = useId()
  const frame = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState<Place>({ row: 0, column: 0 })
  const last = groups.length - 1
  const active = { row: Math.min(at.row, last), column: Math.min(at.column, last) }
  const go = ({ row, column }: Place) => {
    const next = { row: within(row, last), column: within(column, last) }
    setAt(next)
    frame.current?.querySelector<HTMLElement>(`[data-at="${next.row} ${next.column}"]`)?.focus()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const { row, column } = active
    const acts: Readonly<Record<string, () => void>> = {
      ArrowUp: () => go({ row: row - 1, column }),
      ArrowDown: () => go({ row: row + 1, column }),
      ArrowLeft: () => go({ row, column: column - 1 }),
      ArrowRight: () => go({ row, column: column + 1 }),
      Home: () => go({ row, column: 0 }),
      End: () => go({ row, column: last }),
      Enter: () => onCell(row, column),
      ' ': () => onCell(row, column),
      Escape: onLeave,
    }
    const act = acts[event.key]
    if (act === undefined) return
    event.preventDefault()
    act()
  }
  return (
    <div ref={frame} className="outline__scroll matrix__scroll" onKeyDown={onKeyDown}>
      <table className="matrix" role="grid" aria-label="Relations between" aria-multiselectable>
        <thead>
          <tr>
            <th scope="col" className="matrix__corner">
              From, to
            </th>
            {groups.map(({ key, name }, column) => (
              <th key={key} scope="col" id={`${id}-${column}`} title={name}>
                <span aria-hidden>{column + 1}</span>
                <span className="visually-hidden">{name}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map(({ key, name, size }, row) => (
            <tr key={key}>
              <th scope="row">
                <span className="count">{row + 1}</span> <Isolated text={name} />{' '}
                <span className="count">{size.toLocaleString('en')}</span>
              </th>
              {groups.map((to, column) => {
                const count = counts[row * groups.length + column] ?? 0
                const isActive = row === active.row && column === active.column
                return (
                  <td
                    key={to.key}
                    role="gridcell"
                    data-at={`${row} ${column}`}
                    tabIndex={isActive ? 0 : -1}
                    title={`${name} → ${to.name}`}
                    className={row === column ? 'matrix__own' : ''}
                    style={strength(partOf(count, most))}
                    onClick={() => {
                      go({ row, column })
                      onCell(row, column)
                    }}
                  >
                    {count === 0 ? (
                      <span className="visually-hidden">0</span>
                    ) : (
                      count.toLocaleString('en')
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const within = (at: number, last: number): number => Math.max(0, Math.min(at, last))

/** Read by the style of a cell. */
const strength = (part: number): CSSProperties => ({ ['--part' as string]: part })

/** How strong the colour of a cell is: few differ from none, and many from few. */
const partOf = (count: number, most: number): number =>
  count === 0 ? 0 : 0.08 + 0.27 * (Math.log1p(count) / Math.log1p(most))
