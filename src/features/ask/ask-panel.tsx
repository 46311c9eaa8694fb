import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { askKinds, askWords } from '@shared/ask'
import { refOf } from '@shared/graph'
import type { CanvasActs } from '../canvas'
import type { CrawlModel } from '../crawl'
import type { GraphModel } from '../graph'
import { InsightsPanel, useWhileSeen } from '../insights/panels'
import type { View } from '../view'
import { AnswerView } from './answer-view'
import type { AskModel, Choice } from './store'

type Props = {
  ask: AskModel
  graph: GraphModel
  view: View
  crawl: CrawlModel
  version: string
  acts: CanvasActs
  onLeave: () => void
  /** How to ask about the page that is selected, and how to map. */
  askAboutSelected: ReactNode
  mapSpaces: ReactNode
  checkTitles: ReactNode
}

const kinds = ['stands-out', ...askKinds] as const
const wordsOf = (kind: Choice['kind']): string =>
  kind === 'stands-out' ? 'What stands out?' : askWords[kind]

/** What the graph tells by itself, and the answers to the five questions of a wiki. */
export function AskPanel(props: Props) {
  const { ask, graph, view, crawl } = props
  const [follow] = useState(() => ask.follow)
  const frameRef = useWhileSeen(follow)
  const kind = useStore(ask.store, ({ choice }) => choice.kind)
  const choose = (next: Choice['kind']) => {
    const selected = next === 'change' ? selectedPage(view) : null
    ask.choose({ kind: next, ...(selected !== null && { page: selected, by: null }) })
  }
  return (
    <section ref={frameRef} className="ask" aria-labelledby="insights-title">
      <h2 id="insights-title">Insights</h2>
      <label className="field">
        <span>Ask the graph</span>
        <select
          className="text-input"
          value={kind}
          onChange={({ target }) =>
            choose(kinds.find((one) => one === target.value) ?? 'stands-out')
          }
        >
          {kinds.map((one) => (
            <option key={one} value={one}>
              {wordsOf(one)}
            </option>
          ))}
        </select>
      </label>
      {kind === 'stands-out' ? (
        <InsightsPanel {...{ graph, view, crawl }} />
      ) : (
        <AnswerView {...props} kind={kind} />
      )}
    </section>
  )
}

/** The only page that is selected, or null. */
function selectedPage({ store }: View) {
  const [first, ...more] = store.getState().selection.nodes
  return first !== undefined && more.length === 0 && refOf(first).type === 'content' ? first : null
}
