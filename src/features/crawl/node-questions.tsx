import { useState } from 'react'
import { useStore } from 'zustand'
import { knowledgeWords, type QueryRecord, stateOf } from '@shared/crawl'
import { explain } from '@shared/failure'
import type { NodeId } from '@shared/graph'
import { Button, HelpFor } from '../../ui'
import { anew, Glyph, lacksIn, questionWords } from './knowledge-panel'
import { atLeast, cutSentence } from './knowledge-words'
import type { CrawlModel } from './store'

/** Every question that was put at one node, how it ended, and a way to put it again. */
export function NodeQuestions({ crawl, node }: { crawl: CrawlModel; node: NodeId }) {
  const records = useStore(crawl.store, (state) => state.completeness.get(node))
  const [now] = useState(() => Date.now())
  return (
    <section className="node-questions" aria-label="What was asked here">
      <h3>What was asked here</h3>
      {records === undefined ? (
        <p className="hint">
          <Glyph state="not-asked" /> Nothing yet. {knowledgeWords['not-asked'].meaning}
        </p>
      ) : (
        <ul>
          {[...records].map(([key, record]) => (
            <Question key={key} crawl={crawl} record={record} now={now} />
          ))}
        </ul>
      )}
      <HelpFor lacks={lacksIn(records?.values() ?? [])} />
    </section>
  )
}

type Props = { crawl: CrawlModel; record: QueryRecord; now: number }

function Question({ crawl, record, now }: Props) {
  const state = stateOf(record, now)
  const explained = record.failure === undefined ? null : explain(record.failure)
  return (
    <li className="node-questions__one">
      <Glyph state={state} />
      <div>
        {questionWords(record.query)}:{' '}
        <strong>
          {state === 'complete' || state === 'stale' || state === 'cut'
            ? `${atLeast(record.found, state === 'cut')} found`
            : knowledgeWords[state].word}
        </strong>
        {state === 'cut' && <p className="hint">{cutSentence(record)}</p>}
        {state === 'stale' && <p className="hint">{knowledgeWords.stale.meaning}</p>}
        {explained !== null && (
          <p className="hint">
            {explained.sentence} {explained.next}
          </p>
        )}
      </div>
      {state !== 'complete' && state !== 'not-supported' && (
        <Button look="quiet" onClick={() => void crawl.goOn([fromTheStart(record)])}>
          Ask again
        </Button>
      )}
    </li>
  )
}

/** A cut answer goes on where it was cut; any other is asked for from its first page. */
const fromTheStart = (record: QueryRecord): QueryRecord =>
  record.state === 'cut' ? record : anew(record)
