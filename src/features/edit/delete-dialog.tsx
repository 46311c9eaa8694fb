import { useEffect, useRef, type RefObject } from 'react'
import { useStore } from 'zustand'
import { checkDelete } from '@shared/edit'
import { explain } from '@shared/failure'
import type { Relation } from '@shared/graph'
import { Button, Dialog, FailureNote } from '../../ui'
import type { GraphModel } from '../graph'
import { when } from '../view'
import type { Edits } from './store'

type Props = {
  edits: Edits
  graph: GraphModel
  relation: Relation | null
  onDelete: (relation: Relation) => void
  finalFocus: RefObject<HTMLElement | null>
}

/** Says which relation and who made it, then asks once. */
export function DeleteDialog({ edits, graph, relation, onDelete, finalFocus }: Props) {
  const confirm = useRef<HTMLButtonElement>(null)
  return (
    <Dialog
      open={relation !== null}
      onClose={edits.close}
      title="Delete this relation?"
      initialFocus={confirm}
      finalFocus={finalFocus}
    >
      {relation !== null && (
        <DeleteBody {...{ edits, graph, relation, onDelete }} confirm={confirm} />
      )}
    </Dialog>
  )
}

type BodyProps = Omit<Props, 'relation' | 'finalFocus'> & {
  relation: Relation
  confirm: RefObject<HTMLButtonElement | null>
}

function DeleteBody({ edits, graph, relation, onDelete, confirm }: BodyProps) {
  const known = useStore(graph.store, (state) => state.graph.edges.get(relation.id)) ?? relation
  useEffect(() => {
    void edits.look(relation)
  }, [edits, relation])
  const refused = checkDelete(relation.relation)
  return (
    <div className="stack">
      <p className="sentence">
        <strong>{graph.titleOf(known.source)}</strong> —{' '}
        <span className="tag tag--still">{known.relation}</span> →{' '}
        <strong>{graph.titleOf(known.target)}</strong>
      </p>
      <p>
        {known.createdBy === undefined
          ? 'Confluence does not say who created it.'
          : `Created by ${known.createdBy.name}${known.createdAt === undefined ? '' : ` on ${when(known.createdAt)}`}.`}
      </p>
      {refused === null ? (
        <p className="hint">
          Anyone who uses this site loses it. Undo can create it again, with you as creator and a
          new date.
        </p>
      ) : (
        <FailureNote {...explain(refused)} />
      )}
      <div className="row row--end">
        <Button onClick={edits.close}>Keep it</Button>
        <Button
          ref={confirm}
          look="danger"
          disabled={refused !== null}
          onClick={() => {
            edits.close()
            onDelete(known)
          }}
        >
          Delete relation
        </Button>
      </div>
    </div>
  )
}
