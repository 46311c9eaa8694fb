import { type Doubt, doubtWords } from '@shared/edit'
import { quoted } from '@shared/text'
import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import { Button, FailureNote } from '../../ui'
import type { Draft } from './draft'
import { undoableImport } from './draft-state'
import type { Edits } from './store'

type Props = {
  draft: Draft
  edits: Edits
  /** Takes back the acts of the import, the last one first. */
  onUndo: (acts: readonly string[]) => void
}

/** Lines that could not be read and are told of. */
const listed = 300

/** What came of the file that was read last; it goes when the import is undone or applied. */
export function ImportNote({ draft, edits, onUndo }: Props) {
  const notes = useStore(draft.store, (state) => state.notes)
  const lines = useStore(draft.store, (state) => state.lines)
  const acts = useStore(
    edits.store,
    useShallow(({ entries }) => undoableImport({ notes, lines }, entries)),
  )
  if (notes === null || notes.bad.length + notes.sentences.length === 0) return null
  if (notes.acts.length > 0 && acts.length === 0) return null
  return (
    <div className="note stack" role="note">
      {notes.sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {notes.bad.length > 0 && (
        <details>
          <summary>
            {notes.bad.length === 1
              ? 'One line could not be read.'
              : `${notes.bad.length} lines could not be read.`}
          </summary>
          <ul>
            {notes.bad.slice(0, listed).map(({ line, sentence }) => (
              <li key={line}>
                Line {line}: {sentence}
              </li>
            ))}
          </ul>
        </details>
      )}
      {notes.doubts.map((doubt) => (
        <NameDoubt
          key={doubt.name}
          doubt={doubt}
          onAnswer={(useMeant) => draft.settleDoubt(doubt, useMeant)}
        />
      ))}
      {acts.length > 0 && (
        <div className="row">
          <Button onClick={() => onUndo([...acts].reverse())}>Undo the import</Button>
        </div>
      )}
    </div>
  )
}

type DoubtProps = { doubt: Doubt; onAnswer: (useMeant: boolean) => void }

/** Asked before anything is sent: a name that is used once is there for ever. */
function NameDoubt({ doubt, onAnswer }: DoubtProps) {
  return (
    <div className="stack" role="group" aria-label={`About the name ${quoted(doubt.name)}`}>
      <FailureNote {...doubtWords(doubt)} />
      <div className="row row--wrap">
        <Button onClick={() => onAnswer(true)}>Use {quoted(doubt.meant)}</Button>
        <Button onClick={() => onAnswer(false)}>Keep {quoted(doubt.name)}</Button>
      </div>
    </div>
  )
}
