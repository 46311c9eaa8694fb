import { useMemo } from 'react'
import { useStore } from 'zustand'
import { historyOf } from '@shared/edit'
import { Button, Dialog } from '../../ui'
import { when } from '../details'
import { resultOf, whyOf } from './history-words'
import type { Edits } from './store'

type Props = {
  edits: Edits
  open: boolean
  onClose: () => void
  onUndoTo: (id: string) => void
  onRetry: (id: string) => void
  /** Shows the changes of an act one by one. */
  onShow: (id: string) => void
}

/** Newest acts that are listed; older ones stay in the file. */
const listed = 300

/** What was done, newest first, with what came of it. */
export function HistoryPanel({ edits, open, onClose, onUndoTo, onRetry, onShow }: Props) {
  const entries = useStore(edits.store, (state) => state.entries)
  const running = useStore(edits.store, (state) => state.running)
  const done = useMemo(() => new Set(historyOf(entries).done.map(({ id }) => id)), [entries])
  const newest = entries.slice(-listed).reverse()
  return (
    <Dialog open={open} onClose={onClose} title="History" wide>
      {newest.length === 0 ? (
        <p className="hint">Nothing was done yet. Changes and moves are listed here.</p>
      ) : (
        <ol className="history" aria-label="Acts, newest first">
          {newest.map((entry) => {
            const why = whyOf(entry)
            const mayRetry =
              !running.has(entry.id) &&
              entry.steps.some(({ state }) => ['refused', 'unknown', 'waiting'].includes(state))
            return (
              <li key={entry.id} className="history__act">
                <div>
                  <p className="history__title">{entry.title}</p>
                  <p className="hint">
                    {when(entry.at)} · {entry.person} · {resultOf(entry)}
                    {why === null ? '' : ` · ${why}`}
                  </p>
                </div>
                <div className="row">
                  {entry.steps.length > 1 && (
                    <Button look="quiet" onClick={() => onShow(entry.id)}>
                      Show changes
                    </Button>
                  )}
                  {mayRetry && <Button onClick={() => onRetry(entry.id)}>Retry</Button>}
                  {done.has(entry.id) && (
                    <Button
                      aria-label={`Undo to here: ${entry.title}`}
                      onClick={() => onUndoTo(entry.id)}
                    >
                      Undo to here
                    </Button>
                  )}
                </div>
              </li>
            )
          })}
        </ol>
      )}
      {entries.length > listed && (
        <p className="hint">
          The newest {listed} of {entries.length} acts are listed.
        </p>
      )}
    </Dialog>
  )
}
