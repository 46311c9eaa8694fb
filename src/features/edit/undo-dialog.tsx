import { useRef } from 'react'
import type { Entry } from '@shared/edit'
import { Button, Dialog, Isolated } from '../../ui'
import { when } from '../details'

type Props = {
  asked: { readonly entry: Entry; readonly redo: boolean } | null
  onClose: () => void
  onConfirm: (redo: boolean) => void
}

/** An act of an earlier session is taken back only after a yes: it is long ago for people. */
export function UndoDialog({ asked, onClose, onConfirm }: Props) {
  const confirm = useRef<HTMLButtonElement>(null)
  const word = asked?.redo === true ? 'Redo' : 'Undo'
  return (
    <Dialog
      open={asked !== null}
      onClose={onClose}
      title={`${word} a change of an earlier session?`}
      initialFocus={confirm}
    >
      {asked !== null && (
        <div className="stack">
          <p className="sentence">{asked.entry.title}</p>
          <p>
            Done by <Isolated text={asked.entry.person} /> on {when(asked.entry.at)}. The change is
            made at Confluence, for everyone.
          </p>
          <p className="hint">
            What is created again has you as its creator and a new date: Confluence keeps neither.
          </p>
          <div className="row row--end">
            <Button onClick={onClose}>Leave it</Button>
            <Button
              ref={confirm}
              look="main"
              onClick={() => {
                onClose()
                onConfirm(asked.redo)
              }}
            >
              {word}
            </Button>
          </div>
        </div>
      )}
    </Dialog>
  )
}
