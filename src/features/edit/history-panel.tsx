import { type ReactNode, useMemo } from 'react'
import { useStore } from 'zustand'
import { type Entry, historyOf } from '@shared/edit'
import { counted } from '@shared/text'
import { Button, Dialog, Isolated } from '../../ui'
import { when } from '../details'
import { type Run, runsOf } from './history-runs'
import { countsOf, headingOf, resultOf, whyOf } from './history-words'
import type { Edits } from './store'

type Acts = {
  onUndoTo: (id: string) => void
  onRetry: (id: string) => void
  /** Sends what a stop has left unsent. */
  onSendRest: (id: string) => void
  /** Reads back what nobody knows of. */
  onCheckAgain: (id: string) => void
  /** Shows the changes of an act one by one. */
  onShow: (id: string) => void
}
type Props = Acts & { edits: Edits; open: boolean; onClose: () => void }

/** Newest acts that are listed; older ones stay in the file. */
const listed = 300

/** What was done, newest first, with what came of it. */
export function HistoryPanel({ edits, open, onClose, ...acts }: Props) {
  const entries = useStore(edits.store, (state) => state.entries)
  const running = useStore(edits.store, (state) => state.running)
  const elsewhere = useStore(edits.store, (state) => state.elsewhere)
  const pages = useStore(edits.store, (state) => state.pages)
  const done = useMemo(() => {
    const { done: mine } = historyOf(entries, (entry) => edits.isMine(entry, pages))
    return new Set(mine.map(({ id }) => id))
  }, [entries, pages, edits])
  const newest = entries.slice(-listed).reverse()
  return (
    <Dialog open={open} onClose={onClose} title="History" wide>
      {newest.length === 0 ? (
        <p className="hint">Nothing was done yet. Changes and moves are listed here.</p>
      ) : (
        <ol className="history" aria-label="Changes, newest first">
          {runsOf(newest).map((run) => (
            <RunOf
              key={run.before.at(-1)?.id ?? run.last.id}
              run={run}
              render={(entry) => (
                <Act
                  {...{ entry, edits, ...acts }}
                  isRunning={running.has(entry.id) || elsewhere.has(entry.id)}
                  holds={done.has(entry.id)}
                />
              )}
            />
          ))}
        </ol>
      )}
      {entries.length > listed && (
        <p className="hint">
          The newest {listed} of {entries.length} changes are listed.
        </p>
      )}
    </Dialog>
  )
}

type RunProps = { run: Run; render: (entry: Entry) => ReactNode }

/** One change, and where it is the last of a run, the others folded below it. */
function RunOf({ run: { last, before }, render }: RunProps) {
  return (
    <li className="history__run">
      {render(last)}
      {before.length > 0 && (
        <details>
          <summary>{counted(before.length, 'change')} of the filter before it</summary>
          {before.map((entry) => (
            <div key={entry.id}>{render(entry)}</div>
          ))}
        </details>
      )}
    </li>
  )
}

type ActProps = Acts & { entry: Entry; edits: Edits; isRunning: boolean; holds: boolean }

function Act({ entry, edits, isRunning, holds, ...acts }: ActProps) {
  const { id, steps } = entry
  const why = isRunning ? null : whyOf(entry)
  const { failed, unknown, waiting } = countsOf(entry)
  const heading = headingOf(entry, isRunning)
  return (
    <div className="history__act">
      <div>
        <p className="history__title">{heading}</p>
        <p className="hint">
          {when(entry.at)} · <Isolated text={entry.person} /> · {resultOf(entry, isRunning)}
          {why === null ? '' : ` · ${why}`}
        </p>
      </div>
      <div className="row">
        {steps.length > 1 && (
          <Button
            look="quiet"
            aria-label={`Show changes: ${entry.title}`}
            onClick={() => acts.onShow(id)}
          >
            Show changes
          </Button>
        )}
        {isRunning && (
          <Button aria-label={`Stop: ${entry.title}`} onClick={() => edits.stop(id)}>
            Stop
          </Button>
        )}
        {!isRunning && unknown > 0 && (
          <Button aria-label={`Check again: ${entry.title}`} onClick={() => acts.onCheckAgain(id)}>
            Check again
          </Button>
        )}
        {!isRunning && waiting > 0 && (
          <Button aria-label={`Send the rest: ${entry.title}`} onClick={() => acts.onSendRest(id)}>
            Send the rest
          </Button>
        )}
        {!isRunning && failed > 0 && (
          <Button aria-label={`Retry: ${entry.title}`} onClick={() => acts.onRetry(id)}>
            Retry
          </Button>
        )}
        {holds && !isRunning && (
          <Button
            aria-label={`Undo to here: ${entry.title}`}
            disabled={unknown > 0}
            onClick={() => acts.onUndoTo(id)}
          >
            Undo to here
          </Button>
        )}
      </div>
    </div>
  )
}
