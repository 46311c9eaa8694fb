import { useState } from 'react'
import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import { type Insight, type InsightSection, insightWords } from '@shared/insight'
import { counted } from '@shared/text'
import { Button, FailureNote } from '../../ui'
import type { CrawlModel } from '../crawl'
import type { GraphModel } from '../graph'
import type { View } from '../view'
import { createInsightStore, type InsightState } from './store'
import { useWhileSeen } from './use-while-seen'

type Props = { graph: GraphModel; view: View; crawl: CrawlModel }

/** What is worth a look in the graph, by kind; picking one selects it and brings it into view. */
export function InsightsPanel({ graph, view, crawl }: Props) {
  const [insights] = useState(() => createInsightStore(graph, crawl))
  const frameRef = useWhileSeen(insights.follow)
  const { process, sections } = useStore(
    insights.store,
    useShallow(({ process, sections }) => ({ process, sections })),
  )
  const isEmpty = useStore(graph.store, (state) => state.graph.nodes.size === 0)
  const pick = (insight: Insight) => view.goToAll(stillThere(insight, graph))
  return (
    <section ref={frameRef} className="insights" aria-label="What stands out">
      <p className="hint" role="status">
        {isEmpty
          ? 'Nothing is drawn yet. Crawl first; what stands out is then listed here.'
          : statusWords(process, sections)}
      </p>
      {process.kind === 'failed' && (
        <>
          <FailureNote
            sentence="The insights could not be worked out."
            next="The graph may be too large for this machine. Try again, or look at a smaller one."
          />
          <Button onClick={insights.work}>Try again</Button>
        </>
      )}
      {!isEmpty &&
        sections.map((section) => (
          <Section key={section.kind} section={section} view={view} onPick={pick} />
        ))}
    </section>
  )
}

/** The list may be older than the graph for a moment. */
function stillThere({ nodes, edges }: Insight, { store }: GraphModel) {
  const { graph } = store.getState()
  return {
    nodes: nodes.filter((id) => graph.nodes.has(id)),
    edges: edges.filter((id) => graph.edges.has(id)),
  }
}

function statusWords(
  process: InsightState['process'],
  sections: readonly InsightSection[],
): string {
  const total = sections.reduce((sum, section) => sum + section.total, 0)
  switch (process.kind) {
    case 'waiting':
      return sections.length === 0 ? 'Looking…' : 'The graph is changing…'
    case 'working':
      return 'Looking…'
    case 'failed':
      return ''
    case 'ready':
      return total === 0
        ? 'Nothing stands out in this graph.'
        : `${counted(total, 'finding')} in all that is drawn, hidden things too.`
  }
}

type SectionProps = {
  section: InsightSection
  view: View
  onPick: (insight: Insight) => void
}

function Section({ section: { kind, total, insights }, view, onPick }: SectionProps) {
  const selection = useStore(view.store, (state) => state.selection)
  const { title, meaning } = insightWords[kind]
  const isPicked = ({ nodes, edges }: Insight) =>
    isSame(nodes, selection.nodes) && isSame(edges, selection.edges)
  return (
    <details className="insights__kind" open={total > 0}>
      <summary>
        <span className="insights__name">{title}</span>
        <span className="count">{total.toLocaleString('en')}</span>
      </summary>
      <p className="hint">{meaning}</p>
      <ul aria-label={title}>
        {insights.map((insight) => (
          <li
            key={[insight.title, ...insight.nodes.slice(0, 2), ...insight.edges.slice(0, 2)].join(
              ' ',
            )}
          >
            <button
              type="button"
              className="insights__one"
              aria-current={isPicked(insight) ? 'true' : undefined}
              onClick={() => onPick(insight)}
            >
              <span>{insight.title}</span>
              {insight.more !== '' && <span className="hint">{insight.more}</span>}
            </button>
          </li>
        ))}
      </ul>
      {total > insights.length && (
        <p className="hint">
          The {insights.length} that weigh most are listed, of {total.toLocaleString('en')}.
        </p>
      )}
    </details>
  )
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  if (one.length !== other.length) return false
  const known = new Set(other)
  return one.every((id) => known.has(id))
}
