import { useEffect, useRef, type RefObject } from 'react'
import { useStore } from 'zustand'
import { checkChange, describeEdit } from '@shared/edit'
import { explain } from '@shared/failure'
import type { Relation } from '@shared/graph'
import { counted, isolated } from '@shared/text'
import { Button, Dialog, FailureNote, Isolated } from '../../ui'
import { when } from '../details'
import type { GraphModel } from '../graph'
import type { Edits } from './store'

type Props = {
  edits: Edits
  graph: GraphModel
  relations: readonly Relation[]
  /** Nothing is deleted now: it is only drafted. */
  drafting: boolean
  onDelete: (relations: readonly Relation[]) => void
}

const draftHint = 'This is drafted. Nobody loses anything before you apply the draft.'

/** Says which relation and who made it, then asks once. */
export function DeleteDialog({ edits, graph, relations, drafting, onDelete }: Props) {
  const [relation] = relations
  const many = relations.length > 1
  // The button that can be pressed: a dialog without the keyboard could not be left.
  const confirm = useRef<HTMLButtonElement>(null)
  return (
    <Dialog
      open={relation !== undefined}
      onClose={edits.close}
      title={many ? `Delete ${relations.length} relations?` : 'Delete this relation?'}
      initialFocus={confirm}
    >
      {relation !== undefined && !many && (
        <DeleteBody {...{ edits, graph, relation, drafting, onDelete }} confirm={confirm} />
      )}
      {many && (
        <DeleteMany {...{ edits, graph, relations, drafting, onDelete }} confirm={confirm} />
      )}
    </Dialog>
  )
}

type BodyProps = Omit<Props, 'relations'> & {
  relation: Relation
  confirm: RefObject<HTMLButtonElement | null>
}

function DeleteBody({ edits, graph, relation, drafting, onDelete, confirm }: BodyProps) {
  const known = useStore(graph.store, (state) => state.graph.edges.get(relation.id)) ?? relation
  useEffect(() => {
    void edits.look(relation)
  }, [edits, relation])
  const refused = checkChange(relation)
  return (
    <div className="stack">
      <p className="sentence">
        <strong>
          <Isolated text={graph.titleOf(known.source)} />
        </strong>{' '}
        —{' '}
        <span className="tag tag--still">
          <Isolated text={known.relation} />
        </span>{' '}
        →{' '}
        <strong>
          <Isolated text={graph.titleOf(known.target)} />
        </strong>
      </p>
      <p>
        {known.createdBy === undefined
          ? 'Confluence does not say who created it.'
          : `Created by ${isolated(known.createdBy.name)}${known.createdAt === undefined ? '' : ` on ${when(known.createdAt)}`}.`}
      </p>
      {refused === null ? (
        <p className="hint">
          {drafting
            ? draftHint
            : 'Anyone who uses this site loses it. Undo can create it again, with you as creator and a new date.'}
        </p>
      ) : (
        <FailureNote {...explain(refused)} />
      )}
      <div className="row row--end">
        <Button ref={refused === null ? null : confirm} onClick={edits.close}>
          Keep it
        </Button>
        <Button
          ref={refused === null ? confirm : null}
          look="danger"
          disabled={refused !== null}
          onClick={() => {
            edits.close()
            onDelete([known])
          }}
        >
          Delete relation
        </Button>
      </div>
    </div>
  )
}

type ManyProps = Props & { confirm: RefObject<HTMLButtonElement | null> }

const listed = 100

/** Those that only Confluence writes are named, and stay. */
function DeleteMany({ edits, graph, relations, drafting, onDelete, confirm }: ManyProps) {
  const free = relations.filter((one) => checkChange(one) === null)
  return (
    <div className="stack">
      <div className="wire__scroll" tabIndex={0} role="region" aria-label="Relations to delete">
        <ul className="review__lines">
          {free.slice(0, listed).map((one) => (
            <li key={one.id}>{describeEdit({ kind: 'delete', relation: one }, graph.titleOf)}</li>
          ))}
        </ul>
        {free.length > listed && <p className="hint">and {free.length - listed} more</p>}
      </div>
      {free.length < relations.length && (
        <p className="hint">
          {relations.length - free.length} others are made by Confluence itself and stay.
        </p>
      )}
      <p className="hint">
        {drafting
          ? draftHint
          : 'Anyone who uses this site loses them. Undo can create them again, with you as creator and a new date.'}
      </p>
      <div className="row row--end">
        <Button ref={free.length === 0 ? confirm : null} onClick={edits.close}>
          Keep them
        </Button>
        <Button
          ref={free.length === 0 ? null : confirm}
          look="danger"
          disabled={free.length === 0}
          onClick={() => {
            edits.close()
            onDelete(free)
          }}
        >
          Delete {counted(free.length, 'relation')}
        </Button>
      </div>
    </div>
  )
}
