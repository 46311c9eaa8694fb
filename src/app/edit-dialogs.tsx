import { useCallback } from 'react'
import { useStore } from 'zustand'
import { type NodeId, type Relation, relationOf } from '@shared/graph'
import { quoted } from '@shared/text'
import { type Word, pageLink } from '@shared/vocabulary'
import {
  ConnectDialog,
  DeleteDialog,
  NamePicker,
  UndoDialog,
  UndoToDialog,
} from '../features/edit/panels'
import type { Session } from '../session'

type EditProps = {
  session: Session
  names: readonly string[]
  words: readonly Word[]
}

const nothing: readonly Relation[] = []

/** Whatever an edit still has to ask. */
export function EditDialogs({ session, names, words }: EditProps) {
  const { finder, graph, edits, acts } = session
  const pending = useStore(edits.store, (state) => state.pending)
  const recent = useStore(edits.store, (state) => state.recent)
  const drafting = useStore(session.draft.store, ({ on }) => on)
  const brought = pending.kind === 'name' ? pending.brought : null
  const titleOf = useCallback(
    (id: NodeId) => (brought?.id === id ? brought.title : graph.titleOf(id)),
    [brought, graph],
  )
  const writable = [...new Set([...recent, ...names])].filter((name) => name !== pageLink)
  return (
    <>
      <ConnectDialog
        {...{ finder, graph, edits }}
        ends={pending.kind === 'target' ? pending.ends : []}
        reverse={pending.kind === 'target' && pending.reverse}
      />
      {pending.kind === 'name' && (
        <NamePicker
          note={siteNote(session.profile)}
          act="Create"
          title={
            pending.pairs.length > 1 ? `${pending.pairs.length} new relations` : 'New relation'
          }
          pairs={pending.pairs}
          titleOf={titleOf}
          names={writable}
          words={words}
          at={pending.at}
          onFlip={edits.flip}
          onClose={edits.close}
          onPick={(name) => {
            edits.close()
            const relations = pending.pairs.map(({ source, target }) =>
              relationOf(name, source, target),
            )
            void acts.createRelations(relations, brought)
          }}
        />
      )}
      {pending.kind === 'retype' && (
        <NamePicker
          title={renameTitle(pending.relations)}
          act="Rename"
          pairs={pending.relations}
          titleOf={titleOf}
          names={writable.filter((name) => name !== oneName(pending.relations))}
          words={words}
          at={null}
          onClose={edits.close}
          onPick={(name) => {
            edits.close()
            const others = pending.relations.filter(({ relation }) => relation !== name)
            void acts.retype(others, name)
          }}
        />
      )}
      <DeleteDialog
        edits={edits}
        graph={graph}
        relations={pending.kind === 'delete' ? pending.relations : nothing}
        drafting={drafting}
        onDelete={(relations) => void acts.deleteRelations(relations)}
      />
      <UndoDialog
        asked={pending.kind === 'undo' ? pending : null}
        onClose={edits.close}
        onConfirm={(redo) => void (redo ? acts.redo(true) : acts.undo(true))}
      />
      <UndoToDialog
        asked={pending.kind === 'undo-to' ? pending : null}
        graph={graph}
        onClose={edits.close}
        onConfirm={() => {
          if (pending.kind === 'undo-to') void acts.undoTo(pending.id, true)
        }}
      />
    </>
  )
}

/** The name that all of them have, or null. */
function oneName(relations: readonly Relation[]): string | null {
  const [first, ...others] = new Set(relations.map(({ relation }) => relation))
  return first === undefined || others.length > 0 ? null : first
}

function renameTitle(relations: readonly Relation[]): string {
  const name = oneName(relations)
  const old = name === null ? '' : ` ${quoted(name)}`
  return relations.length === 1
    ? `Rename${old}`
    : `Rename ${relations.length.toLocaleString('en')} relations${old}`
}

/** A check of the site may have shown that it takes no new names. */
const siteNote = ({ learnt }: Session['profile']): string | null =>
  learnt?.customNames === 'refused'
    ? 'This site refused a relation of a new name when it was checked.'
    : null
