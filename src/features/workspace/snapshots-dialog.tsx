import { useState } from 'react'
import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import { explain, type Failure } from '@shared/failure'
import type { GraphFile } from '@shared/graph'
import type { KeptSnapshot } from '@shared/workspace'
import { isolated, quoted } from '@shared/text'
import { Button, Dialog, FailureNote } from '../../ui'
import { when } from '../details'
import type { View } from '../view'
import type { Comparison, Side } from './comparison'
import { Differences } from './differences'
import { SaidLine } from './said'
import type { Workspace } from './store'
import { type Deleted, TrashList } from './trash-list'
import { useSnapshotTrash } from './use-snapshot-trash'

type Props = {
  open: boolean
  onClose: () => void
  workspace: Workspace
  view: View
  comparison: Comparison
  /** The graph as it is now, as an export. */
  now: () => GraphFile
}

/** Keeps the graph of now under a name, and compares two of those, or one with now. */
export function SnapshotsDialog({ open, onClose, ...rest }: Props) {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Snapshots"
      description="A snapshot keeps the graph as it is now, so that you can see later what has changed."
      wide
      high
    >
      {open && <Body {...rest} onClose={onClose} />}
    </Dialog>
  )
}

const nowKey = 'now'

/** Named by its time: the list is read again when now is later. */
const nowSide = (graph: GraphFile): Side => ({
  name: `the graph of ${when(graph.exportedAt)}`,
  read: () => Promise.resolve({ ok: true, value: graph }),
})

function Body({ workspace, view, comparison, now, onClose }: Omit<Props, 'open'>) {
  const { snapshots: all, readOnly } = useStore(
    workspace.store,
    useShallow(({ snapshots, readOnly }) => ({ snapshots, readOnly })),
  )
  const snapshots = all.filter(({ deletedAt }) => deletedAt === null)
  const [name, setName] = useState('')
  const [failure, setFailure] = useState<Failure | null>(null)
  const trash = useSnapshotTrash(workspace, setFailure)
  const [first, setFirst] = useState(snapshots.at(-1)?.id ?? '')
  const [second, setSecond] = useState(nowKey)
  const compared = useStore(comparison.store, (state) => state.compared)
  const isShown = useStore(view.store, (state) => state.compared !== null)
  const sideOf = (key: string): Side => {
    if (key === nowKey) return nowSide(now())
    const name = snapshots.find(({ id }) => id === key)?.name ?? ''
    return { name: quoted(name), read: () => workspace.readSnapshot(key) }
  }
  const compare = async () => setFailure(await comparison.compare(sideOf(first), sideOf(second)))
  const keep = async () => {
    const kept = await workspace.keepSnapshot(name.trim(), now())
    setFailure(kept.ok ? null : kept.failure)
    if (!kept.ok) return
    trash.say({ sentence: `Kept ${quoted(kept.value.name)}.` })
    setName('')
    if (first === '') setFirst(kept.value.id)
  }
  return (
    <div className="stack">
      <form
        className="row"
        onSubmit={(event) => {
          event.preventDefault()
          void keep()
        }}
      >
        <input
          className="text-input"
          aria-label="Name of the snapshot"
          placeholder="Name, for example before the clean-up"
          value={name}
          maxLength={200}
          onChange={({ target }) => setName(target.value)}
        />
        <Button type="submit" look="main" disabled={name.trim() === '' || readOnly !== null}>
          Keep a snapshot
        </Button>
      </form>
      {failure !== null && <FailureNote {...explain(failure)} />}
      <SaidLine said={trash.said} />
      <ul className="workspace__list" aria-label="Snapshots">
        {all.filter(trash.isInSight).map((one) => (
          <Kept
            key={one.id}
            snapshot={one}
            isReadOnly={readOnly !== null}
            onRemove={() => void trash.remove(one)}
          />
        ))}
      </ul>
      {snapshots.length > 0 && (
        <div className="row row--wrap">
          <Choice label="Compare" value={first} onValue={setFirst} snapshots={snapshots} />
          <Choice label="with" value={second} onValue={setSecond} snapshots={snapshots} withNow />
          <Button onClick={() => void compare()}>Compare</Button>
        </div>
      )}
      {compared !== null && (
        <Differences
          compared={compared}
          {...(isShown
            ? {}
            : {
                onShow: () => {
                  comparison.show()
                  onClose()
                },
              })}
        />
      )}
      <TrashList
        deleted={all.flatMap(inTrash)}
        isReadOnly={readOnly !== null}
        onRestore={(id) => void trash.restore(id)}
        onDiscard={(ids) => void trash.discard(ids)}
      />
    </div>
  )
}

const inTrash = ({ id, name, bytes, deletedAt }: KeptSnapshot): Deleted[] =>
  deletedAt === null ? [] : [{ id, name, bytes, hint: `deleted ${when(deletedAt)}` }]

type KeptProps = { snapshot: KeptSnapshot; isReadOnly: boolean; onRemove: () => void }

/** A row that was deleted stays, so that a second press meets nothing else. */
function Kept({ snapshot, isReadOnly, onRemove }: KeptProps) {
  const { name, at, nodes, edges, deletedAt } = snapshot
  return (
    <li className="workspace__other">
      <div>
        <p>{name}</p>
        <p className="hint">
          {deletedAt === null ? `${when(at)} · ${nodes} nodes, ${edges} relations` : 'In the trash'}
        </p>
      </div>
      <Button
        look="quiet"
        aria-label={`Delete snapshot ${isolated(name)}`}
        disabled={isReadOnly}
        aria-disabled={deletedAt !== null}
        onClick={() => {
          if (deletedAt === null) onRemove()
        }}
      >
        Delete
      </Button>
    </li>
  )
}

type ChoiceProps = {
  label: string
  value: string
  onValue: (value: string) => void
  snapshots: readonly { readonly id: string; readonly name: string }[]
  withNow?: boolean
}

function Choice({ label, value, onValue, snapshots, withNow = false }: ChoiceProps) {
  return (
    <label className="row">
      {label}
      <select className="select" value={value} onChange={({ target }) => onValue(target.value)}>
        {withNow && <option value={nowKey}>now</option>}
        {snapshots.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </select>
    </label>
  )
}
