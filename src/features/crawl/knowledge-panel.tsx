import { useMemo } from 'react'
import { useStore } from 'zustand'
import {
  allRecords,
  type Completeness,
  isMendable,
  knowledgeWords,
  type QueryRecord,
  stateOf,
  type Undescribed,
} from '@shared/crawl'
import { explain, inOneLine } from '@shared/failure'
import { type KnowledgeState, knowledgeStates, type NodeId, entityWords } from '@shared/graph'
import { agree, counted, isolated } from '@shared/text'
import { Button, HelpFor, useCalm, Isolated } from '../../ui'
import { cutSentence } from './knowledge-words'
import { LookUps } from './look-ups'
import type { CrawlModel, CrawlState } from './store'

type Props = {
  crawl: CrawlModel
  titleOf: (id: NodeId) => string
  onGo: (id: NodeId) => void
  /** How many drawn nodes are in each state. */
  nodes: ReadonlyMap<KnowledgeState, number>
  /** Only nodes in this state are drawn in full. */
  only: KnowledgeState | null
  onOnly: (state: KnowledgeState | null) => void
  /** What could not be looked up of drawn nodes, by reason. */
  lacking: readonly Undescribed[]
  /** Drawn nodes whose titles were not asked for. */
  untitled: readonly NodeId[]
}

const completenessOf = ({ completeness }: CrawlState): Completeness => completeness
/** Going through thousands of answers at each new one would stop the page, ms. */
const pauseFor = ({ size }: Completeness): number => (size > 1000 ? 400 : 0)

/** What is known and what is not: nodes by state, open questions, and how to close them. */
export function KnowledgePanel({ crawl, titleOf, onGo, nodes, only, onOnly, ...rest }: Props) {
  const completeness = useCalm(crawl.store, completenessOf, pauseFor)
  const run = useStore(crawl.store, (state) => state.run)
  const byState = useMemo(() => grouped(allRecords(completeness)), [completeness])
  if (completeness.size === 0 && rest.lacking.length === 0) return null
  const states = knowledgeStates.filter((state) => (nodes.get(state) ?? 0) > 0)
  const isBusy = run.kind === 'active'
  return (
    <section className="knowledge" aria-labelledby="knowledge-title">
      <h2 id="knowledge-title">What is known</h2>
      <ul className="knowledge__states" aria-label="Nodes by what is known of them">
        {states.map((state) => (
          <li key={state}>
            <button
              type="button"
              className="knowledge__state"
              aria-pressed={only === state}
              onClick={() => onOnly(only === state ? null : state)}
            >
              <Glyph state={state} />
              <span>{knowledgeWords[state].word}</span>
              <span className="count">{(nodes.get(state) ?? 0).toLocaleString('en')}</span>
            </button>
          </li>
        ))}
      </ul>
      <details className="knowledge__questions">
        <summary>What these mean</summary>
        <ul>
          {states.map((state) => (
            <li key={state}>
              {knowledgeWords[state].word}:{' '}
              <span className="hint">{knowledgeWords[state].meaning}</span>
            </li>
          ))}
        </ul>
      </details>
      {!isBusy && <GoOn crawl={crawl} byState={byState} />}
      {/* While a crawl runs, titles are still to come. */}
      {!isBusy && <LookUps {...{ crawl, titleOf, onGo }} {...rest} />}
      {questionStates.map((state) => (
        <Questions
          key={state}
          state={state}
          records={byState.get(state) ?? []}
          {...{ titleOf, onGo }}
        />
      ))}
    </section>
  )
}

/** The states of questions that a person may want to read about. */
const questionStates = ['failed', 'forbidden', 'gone', 'not-supported', 'cut', 'stale'] as const

/** The same question from its first page. */
export const anew = (record: QueryRecord): QueryRecord => ({ ...record, from: 0, before: 0 })

export const Glyph = ({ state }: { state: KnowledgeState }) => (
  <span className={`glyph glyph--${state}`} aria-hidden>
    {knowledgeWords[state].glyph}
  </span>
)

function grouped(records: readonly QueryRecord[]): Map<KnowledgeState, QueryRecord[]> {
  const groups = new Map<KnowledgeState, QueryRecord[]>()
  const now = Date.now()
  for (const record of records) {
    const state = stateOf(record, now)
    const group = groups.get(state)
    if (group === undefined) groups.set(state, [record])
    else group.push(record)
  }
  return groups
}

type GoOnProps = Pick<Props, 'crawl'> & { byState: ReadonlyMap<KnowledgeState, QueryRecord[]> }

function GoOn({ crawl, byState }: GoOnProps) {
  const failed = byState.get('failed') ?? []
  const open = (byState.get('cut') ?? []).filter(isMendable)
  const stale = byState.get('stale') ?? []
  const act = (label: string, records: readonly QueryRecord[]) =>
    records.length > 0 && <Button onClick={() => void crawl.goOn(records)}>{label}</Button>
  return (
    <div className="row row--wrap">
      {act(
        agree(failed.length, 'Retry the 1 that failed', `Retry the ${number(failed)} that failed`),
        failed,
      )}
      {act(`Continue ${number(open)} unfinished`, open)}
      {act(`Refresh ${number(stale)} stale`, stale.map(anew))}
    </div>
  )
}

const number = (records: readonly QueryRecord[]): string => records.length.toLocaleString('en')

type QuestionsProps = Pick<Props, 'titleOf' | 'onGo'> & {
  state: KnowledgeState
  records: readonly QueryRecord[]
}

/** Rows that are listed at most; the export has them all. */
const longest = 100

function Questions({ state, records, titleOf, onGo }: QuestionsProps) {
  if (records.length === 0) return null
  const bySentence = new Map<string, QueryRecord[]>()
  for (const record of records.slice(0, longest)) {
    const sentence = sentenceOf(record)
    bySentence.set(sentence, [...(bySentence.get(sentence) ?? []), record])
  }
  return (
    <details className="knowledge__questions">
      <summary>
        <Glyph state={state} /> {counted(records.length, 'question')} {knowledgeWords[state].word}
      </summary>
      {[...bySentence].map(([sentence, group]) => (
        <div key={sentence}>
          <p className="hint">{sentence}</p>
          <HelpFor lacks={lacksIn(group)} />
          <ul>
            {group.map(({ query }) => (
              <li key={JSON.stringify(query)}>
                <button type="button" className="text-button" onClick={() => onGo(query.node)}>
                  <Isolated text={titleOf(query.node)} />
                </button>{' '}
                <span className="hint">{questionWords(query)}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {records.length > longest && (
        <p className="hint">
          The first {longest} of {number(records)} are listed; the JSON export has them all.
        </p>
      )}
    </details>
  )
}

const sentenceOf = (record: QueryRecord): string => {
  if (record.failure !== undefined) return inOneLine(record.failure)
  return record.state === 'cut' ? cutSentence(record) : knowledgeWords.stale.meaning
}

/** What one answer would give to all of them. */
export const lacksIn = (records: Iterable<QueryRecord>) => {
  for (const { failure } of records) {
    const lacks = failure === undefined ? undefined : explain(failure).lacks
    if (lacks !== undefined) return lacks
  }
  return undefined
}

/** `depends-on, outgoing to content`. */
export const questionWords = ({ relation, direction, type }: QueryRecord['query']): string =>
  `${isolated(relation)}, ${direction === 'out' ? 'outgoing to' : 'incoming from'} ${entityWords[type].many}`
