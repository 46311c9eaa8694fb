import { useStore } from 'zustand'
import { describeEdit, type Entry, type Step } from '@shared/edit'
import { explain } from '@shared/failure'
import { Button } from '../../ui'
import type { GraphModel } from '../graph'
import type { Draft } from './draft'
import { countsOf, resultOf } from './history-words'
import type { Edits } from './store'

type Props = {
  entry: Entry
  draft: Draft
  edits: Edits
  graph: GraphModel
  onDraft: () => void
  onClose: () => void
  onCheckAgain: () => void
}

const stateWords: Record<Step['state'], string> = {
  waiting: 'not sent',
  sent: 'not known',
  confirmed: 'done',
  'not-needed': 'was so already',
  conflict: 'in conflict',
  refused: 'failed',
  unknown: 'not known',
}
const runningWords: Partial<Record<Step['state'], string>> = {
  waiting: 'waiting',
  sent: 'being sent',
}
const failed: ReadonlySet<Step['state']> = new Set(['refused', 'unknown', 'conflict'])

const isUnknown = ({ state }: Step): boolean => state === 'unknown' || state === 'sent'

const listed = 500

/** What became of each change of an act, while it runs and afterwards. */
export function ReviewResults({
  entry,
  draft,
  edits,
  graph,
  onDraft,
  onClose,
  onCheckAgain,
}: Props) {
  const running = useStore(edits.store, (state) => state.running.has(entry.id))
  const left = useStore(draft.store, (state) => state.lines.length)
  const { waiting, failed: wrong, unknown } = countsOf(entry)
  const words = running ? { ...stateWords, ...runningWords } : stateWords
  // What needs a look comes first.
  const steps = entry.steps
    .map((step, at) => ({ step, at }))
    .sort((a, b) => Number(failed.has(b.step.state)) - Number(failed.has(a.step.state)))
  return (
    <div className="stack">
      {/* How far it is stands here; what came of it is heard. */}
      <p role="status" aria-live={running ? 'off' : 'polite'}>
        {running ? 'Sending: ' : ''}
        {resultOf(entry, running)}.
      </p>
      <div className="wire__scroll" tabIndex={0} role="region" aria-label="Changes and results">
        <ul className="review__lines">
          {steps.slice(0, listed).map(({ step, at }) => (
            <li key={at} className="review__line">
              <span>
                {describeEdit(step.edit, graph.titleOf)}
                {step.failure !== undefined && (
                  <span className="hint"> {explain(step.failure).sentence}</span>
                )}
              </span>
              <span className={failed.has(step.state) ? 'tag tag--bad' : 'tag'}>
                {words[step.state]}
              </span>
              {!running && isUnknown(step) && (
                <Button
                  aria-label={`Check again: ${describeEdit(step.edit, graph.titleOf)}`}
                  onClick={() => void edits.resolve({ entry: entry.id, at })}
                >
                  Check again
                </Button>
              )}
            </li>
          ))}
        </ul>
        {steps.length > listed && <p className="hint">and {steps.length - listed} more</p>}
      </div>
      <div className="row row--end">
        {left > 0 && (
          <Button look="quiet" onClick={onDraft}>
            Back to the draft ({left})
          </Button>
        )}
        {running && <Button onClick={() => edits.stop(entry.id)}>Stop</Button>}
        {!running && unknown > 0 && (
          <Button onClick={onCheckAgain}>Check the unknown again ({unknown})</Button>
        )}
        {!running && waiting > 0 && (
          <Button onClick={() => void edits.run(entry.id, {})}>Send the rest ({waiting})</Button>
        )}
        {!running && wrong > 0 && (
          <Button onClick={() => void edits.run(entry.id, { retry: true })}>
            Retry the failed ({wrong})
          </Button>
        )}
        <Button look="main" onClick={onClose}>
          Close
        </Button>
      </div>
    </div>
  )
}
