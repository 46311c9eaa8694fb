import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { type Change, changes } from '@shared/ask'
import { Isolated } from '../../ui'
import { NumberField } from '../crawl/panels'
import type { GraphModel } from '../graph'
import type { AskModel, Choice } from './store'

type Props = {
  ask: AskModel
  choice: Choice
  graph: GraphModel
  askAboutSelected: ReactNode
}

const changeTitles: Readonly<Record<Change, string>> = {
  rename: 'A new title',
  move: 'A move',
  delete: 'A deletion',
}

/** What a question leaves open: which page and which change, or how old is old. */
export function AskFields({ ask, choice, graph, askAboutSelected }: Props) {
  if (choice.kind === 'stale') {
    return (
      <NumberField
        label="Days without a change"
        value={choice.days}
        min={1}
        max={100_000}
        onChange={(days) => ask.choose({ days })}
      />
    )
  }
  if (choice.kind !== 'change') return null
  return (
    <>
      {choice.page !== null && <About graph={graph} page={choice.page} />}
      {askAboutSelected}
      <label className="field">
        <span>Change</span>
        <select
          className="text-input"
          value={choice.by ?? 'any'}
          onChange={({ target }) =>
            ask.choose({ by: changes.find((one) => one === target.value) ?? null })
          }
        >
          <option value="any">Any of them</option>
          {changes.map((one) => (
            <option key={one} value={one}>
              {changeTitles[one]}
            </option>
          ))}
        </select>
      </label>
    </>
  )
}

function About({ graph, page }: { graph: GraphModel; page: NonNullable<Choice['page']> }) {
  const title = useStore(graph.store, ({ graph: { nodes } }) => nodes.get(page)?.title ?? page)
  return (
    <p className="ask__about">
      About <Isolated text={title} />
    </p>
  )
}
