import { useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { explain, type Failure } from '@shared/failure'
import { unreadableWords, type WorkspaceInfo } from '@shared/workspace'
import { Button, Dialog, FailureNote } from '../../ui'
import { when } from '../details'
import { download } from '../export'
import { type Ages, agesWords } from './ages'
import type { Shelf } from './shelf'
import type { Workspace } from './store'

type Props = {
  open: boolean
  onClose: () => void
  workspace: Workspace
  shelf: Shelf
  ages: () => Ages
  onOpen: (workspace: string) => void
  onSnapshots: () => void
}

/** The file that is open, the others of this site, and ways in and out for a whole file. */
export function WorkspaceDialog({ open, onClose, ...rest }: Props) {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Workspace"
      description="One file holds the graph, its arrangement, what was asked, what was changed and the snapshots. It is written as you work and holds no secrets."
      wide
    >
      {open && <Body {...rest} />}
    </Dialog>
  )
}

function Body({ workspace, shelf, ages, onOpen, onSnapshots }: Omit<Props, 'open' | 'onClose'>) {
  const { id, readOnly, failure: notSaved, leftOut } = useStore(workspace.store)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [others, setOthers] = useState<readonly WorkspaceInfo[] | null>(null)
  const [said, setSaid] = useState('')
  const file = useRef<HTMLInputElement>(null)
  const [acted, setActed] = useState(0)
  useEffect(() => {
    void shelf.list().then((answer) => {
      if (answer.ok) setOthers(answer.value.filter((one) => one.id !== id))
      else setFailure(answer.failure)
    })
  }, [shelf, id, acted])

  type Answer<T> = { ok: true; value: T } | { ok: false; failure: Failure }
  const act = async <T,>(work: Promise<Answer<T>>, good: (value: T) => void) => {
    setSaid('')
    const answer = await work
    setFailure(answer.ok ? null : answer.failure)
    if (answer.ok) good(answer.value)
    setActed((times) => times + 1)
  }
  const saveCopy = async () => {
    await workspace.flush()
    await act(shelf.copy(id), (copy) => setSaid(`Saved as “${copy.id}”.`))
  }
  const saveFile = async () => {
    await workspace.flush()
    await act(shelf.download(id), ({ name, data }) => {
      const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))
      download(name, new Blob([bytes], { type: 'application/octet-stream' }))
    })
  }
  const takeIn = (chosen: File | undefined) => {
    if (chosen === undefined) return
    void act(shelf.upload(chosen), (taken) => {
      // What could not be read is said before the dialog is gone.
      if (taken.lost.length === 0) onOpen(taken.id)
      else setSaid(savedInPart(taken))
    })
  }
  const problem = failure ?? notSaved ?? readOnly
  return (
    <div className="stack">
      <section className="stack" aria-label="Open now">
        <h3 className="workspace__name">{id}</h3>
        <ul className="workspace__ages">
          {agesWords(ages()).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        {leftOut !== '' && (
          <p className="hint">
            Left out, since it cannot be read: {leftOut}. The file keeps it as it is.
          </p>
        )}
        <div className="row row--wrap">
          <Button onClick={() => void act(shelf.create(), ({ info }) => onOpen(info.id))}>
            Start empty
          </Button>
          <Button onClick={() => void saveCopy()}>Save a copy</Button>
          <Button onClick={() => void saveFile()}>Download the file</Button>
          <Button onClick={onSnapshots}>Snapshots…</Button>
        </div>
      </section>
      {problem !== null && <FailureNote {...explain(problem)} />}
      <p className="hint" role="status">
        {said}
      </p>
      <section className="stack" aria-label="Other workspaces of this site">
        <h3 className="workspace__name">Others of this site</h3>
        {others?.length === 0 && <p className="hint">There is no other one.</p>}
        <ul className="workspace__list">
          {(others ?? []).map((one) => (
            <Other
              key={one.id}
              info={one}
              onOpen={onOpen}
              onRescue={() => void act(shelf.rescue(one.id), (made) => setSaid(savedInPart(made)))}
              onRemove={() => void act(shelf.remove(one.id), () => setSaid(`Deleted “${one.id}”.`))}
            />
          ))}
        </ul>
        <div className="row">
          <Button onClick={() => file.current?.click()}>Open a file…</Button>
          <p className="hint">A workspace (.relx), or a graph that was exported as JSON.</p>
          <input
            ref={file}
            type="file"
            accept=".relx,.json,application/json"
            aria-label="Workspace file"
            className="visually-hidden"
            tabIndex={-1}
            onChange={({ target }) => {
              takeIn(target.files?.[0])
              target.value = ''
            }}
          />
        </div>
      </section>
    </div>
  )
}

type OtherProps = {
  info: WorkspaceInfo
  onOpen: (id: string) => void
  onRescue: () => void
  onRemove: () => void
}

const savedInPart = ({ id, lost }: WorkspaceInfo): string =>
  lost.length === 0
    ? `Saved all of it as “${id}”.`
    : `Saved as “${id}” what can be read. Lost: ${unreadableWords(lost)}.`

/** Deleting asks once, in place. */
function Other({ info, onOpen, onRescue, onRemove }: OtherProps) {
  const [asking, setAsking] = useState(false)
  return (
    <li className="workspace__other">
      <div>
        <p>{info.id}</p>
        <p className="hint">
          {info.closed === null
            ? `${info.nodes} nodes, ${info.edges} relations, changed ${when(info.changedAt)}`
            : explain(info.closed).sentence}
        </p>
      </div>
      <div className="row">
        {info.closed === null && (
          <Button aria-label={`Open ${info.id}`} onClick={() => onOpen(info.id)}>
            Open
          </Button>
        )}
        {info.damaged && (
          <Button aria-label={`Save what can be read of ${info.id}`} onClick={onRescue}>
            Save what can be read
          </Button>
        )}
        {asking ? (
          <Button look="danger" onClick={onRemove}>
            Delete for good
          </Button>
        ) : (
          <Button look="quiet" aria-label={`Delete ${info.id}`} onClick={() => setAsking(true)}>
            Delete
          </Button>
        )}
      </div>
    </li>
  )
}
