import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { Dialog } from '../../ui'
import type { GraphModel } from '../graph'
import type { Draft } from './draft'
import { headingOf } from './history-words'
import { ReviewDraft } from './review-draft'
import { ReviewResults } from './review-results'
import type { Edits } from './store'

type Props = {
  open: boolean
  onClose: () => void
  draft: Draft
  edits: Edits
  graph: GraphModel
  version: string
  site: string
  /** An act whose changes are looked at, instead of the draft. */
  entry: string | null
  onEntry: (entry: string | null) => void
  /** Reads back the changes of an act of which nobody knows whether they arrived. */
  onCheckAgain: (entry: string) => void
  /** Takes back acts in this order, whatever was done since. */
  onUndo: (acts: readonly string[]) => void
}

/** What would be sent, line by line, before it is; then what became of each. */
export function ReviewDialog({ open, onClose, entry, onEntry, onCheckAgain, ...rest }: Props) {
  const act = useStore(rest.edits.store, ({ entries }) => entries.find(({ id }) => id === entry))
  const running = useStore(rest.edits.store, (state) => state.running.has(entry ?? ''))
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={act === undefined ? 'Review the draft' : headingOf(act, running)}
      {...(act === undefined
        ? { description: 'Nothing is sent to Confluence before you apply it.' }
        : {})}
      wide
    >
      {open && act === undefined && <Checked {...rest} onEntry={onEntry} />}
      {open && act !== undefined && (
        <ReviewResults
          {...rest}
          entry={act}
          onDraft={() => onEntry(null)}
          onClose={onClose}
          onCheckAgain={() => onCheckAgain(act.id)}
        />
      )}
    </Dialog>
  )
}

/** Asks the server what each line would do as soon as the review opens. */
function Checked(props: Omit<Props, 'open' | 'onClose' | 'entry' | 'onCheckAgain'>) {
  const { draft } = props
  const lines = useStore(draft.store, (state) => state.lines)
  const [first] = useState(() => {
    draft.forgetChecks()
    return true
  })
  useEffect(() => {
    void draft.check()
    return draft.stopChecking
    // A line that was renamed is another line, and not checked yet.
  }, [draft, lines, first])
  return <ReviewDraft {...props} />
}
