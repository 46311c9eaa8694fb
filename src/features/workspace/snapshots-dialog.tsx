import { useState } from 'react'
import { useStore } from 'zustand'
import { explain, type Failure } from '@shared/failure'
import {
  compareGraphs,
  describeGroups,
  type GraphDiff,
  type GraphFile,
  toDiffFile,
} from '@shared/graph'
import type { KeptSnapshot } from '@shared/workspace'
import { Button, Dialog, FailureNote } from '../../ui'
import { when } from '../details'
import { download } from '../export'
import type { View } from '../view'
import { differenceOf } from './difference'
import { SaidLine } from './said'
import type { Workspace } from './store'
import { type Deleted, TrashList } from './trash-list'
import { useSnapshotTrash } from './use-snapshot-trash'

type Props = {
  open: boolean
  onClose: () => void
  workspace: Workspace
  view: View
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
type Compared = { readonly before: GraphFile; readonly after: GraphFile; readonly diff: GraphDiff }

function Body({ workspace, view, now, onClose }: Omit<Props, 'open'>) {
  const { snapshots: all, readOnly } = useStore(workspace.store)
  const snapshots = all.filter(({ deletedAt }) => deletedAt === null)
  const [name, setName] = useState('')
  const [failure, setFailure] = useState<Failure | null>(null)
  const trash = useSnapshotTrash(workspace, setFailure)
  const [first, setFirst] = useState(snapshots.at(-1)?.id ?? '')
  const [second, setSecond] = useState(nowKey)
  const [compared, setCompared] = useState<Compared | null>(null)
  const graphOf = async (key: string): Promise<GraphFile | null> => {
    if (key === nowKey) return now()
    const answer = await workspace.readSnapshot(key)
    if (answer.ok) return answer.value
    setFailure(answer.failure)
    return null
  }
  const compare = async () => {
    setFailure(null)
    const [before, after] = [await graphOf(first), await graphOf(second)]
    if (before !== null && after !== null) {
      setCompared({ before, after, diff: compareGraphs(before, after) })
    }
  }
  const keep = async () => {
    const kept = await workspace.keepSnapshot(name.trim(), now())
    setFailure(kept.ok ? null : kept.failure)
    if (!kept.ok) return
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
          onShow={() => {
            view.setCompared(differenceOf(compared.diff))
            onClose()
          }}
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
        aria-label={`Delete snapshot ${name}`}
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

function Differences({ compared, onShow }: { compared: Compared; onShow: () => void }) {
  const { before, after, diff } = compared
  const titles = new Map([...before.nodes, ...after.nodes].map(({ id, title }) => [id, title]))
  const groups = describeGroups(diff, (id) => titles.get(id) ?? id)
  const save = () => {
    const { version, site } = after
    const file = toDiffFile(diff, { version, site, from: before, to: after })
    const text = JSON.stringify(file, null, 2)
    download('relations-diff.json', new Blob([text], { type: 'application/json' }))
  }
  if (diff.isSame) return <p role="status">Nothing differs.</p>
  return (
    <section className="stack" aria-label="Differences">
      <div className="row row--wrap">
        <Button look="main" onClick={onShow}>
          Show on the graph
        </Button>
        <Button onClick={save}>Export the differences</Button>
      </div>
      <div className="wire__scroll" tabIndex={0} role="region" aria-label="List of differences">
        {groups.map(({ title, sentences }) => (
          <section key={title} className="review__group">
            <h3>
              {title} ({sentences.length})
            </h3>
            <ul className="review__lines">
              {sentences.slice(0, listed).map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
            {sentences.length > listed && (
              <p className="hint">and {sentences.length - listed} more, all in the export</p>
            )}
          </section>
        ))}
      </div>
    </section>
  )
}

/** Lines of a group that are shown. */
const listed = 200
