import { agree } from '@shared/text'
import { useRef } from 'react'
import { describeEdit, type Entry, type Step } from '@shared/edit'
import { Button, Dialog } from '../../ui'
import type { GraphModel } from '../graph'

type Props = {
  asked: { readonly entries: readonly Entry[]; readonly steps: readonly Step[] } | null
  graph: GraphModel
  onClose: () => void
  onConfirm: () => void
}

/** Changes that are listed; the others are sent all the same. */
const listed = 200

/** Taking back several changes shows what it will send, and asks once for all of it. */
export function UndoToDialog({ asked, graph, onClose, onConfirm }: Props) {
  const confirm = useRef<HTMLButtonElement>(null)
  const [count, acts] = [asked?.steps.length ?? 0, asked?.entries.length ?? 0]
  return (
    <Dialog
      open={asked !== null}
      onClose={onClose}
      title={agree(acts, 'Undo this change?', `Undo ${acts} changes?`)}
      description={sentWords(asked?.steps ?? [])}
      initialFocus={confirm}
    >
      {asked !== null && (
        <div className="stack">
          {count > 0 && (
            <div className="wire__scroll" tabIndex={0} role="region" aria-label="What is sent">
              <ul className="review__lines">
                {asked.steps.slice(0, listed).map(({ edit }, at) => (
                  <li key={at}>{describeEdit(edit, graph.titleOf)}</li>
                ))}
              </ul>
              {count > listed && <p className="hint">and {count - listed} more</p>}
            </div>
          )}
          <p className="hint">
            It is done at Confluence, for everyone. What is created again has you as its creator and
            a new date.
          </p>
          <div className="row row--end">
            <Button onClick={onClose}>Leave it</Button>
            <Button
              ref={confirm}
              look="main"
              onClick={() => {
                onClose()
                onConfirm()
              }}
            >
              {agree(acts, 'Undo it', `Undo ${acts} changes`)}
            </Button>
          </div>
        </div>
      )}
    </Dialog>
  )
}

/** “This sends 120 changes: 100 relations are deleted and 20 created again.” */
function sentWords(steps: readonly Step[]): string {
  const created = steps.filter(({ edit }) => edit.kind === 'create').length
  const deleted = steps.length - created
  if (steps.length === 0) return 'Nothing is sent to Confluence.'
  const many = agree(steps.length, 'one change', `${steps.length} changes`)
  const parts = [
    ...(deleted > 0 ? [`${deleted} deleted`] : []),
    ...(created > 0 ? [`${created} created again`] : []),
  ]
  return `This sends ${many}. Relations: ${parts.join(', ')}.`
}
