import { useRef } from 'react'
import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import { explain } from '@shared/failure'
import { type Trashed, unreadableWords, type WorkspaceInfo } from '@shared/workspace'
import { quoted } from '@shared/text'
import { Button, Dialog, FailureNote } from '../../ui'
import { when } from '../details'
import { useSaveFile } from '../export/panels'
import { type Ages, agesWords } from './ages'
import { OtherWorkspace } from './other-workspace'
import { OwnName } from './own-name'
import { SaidLine } from './said'
import type { Shelf } from './shelf'
import type { Workspace } from './store'
import { OnItsWay } from './on-its-way'
import { type Deleted, TrashList } from './trash-list'
import { useShelf } from './use-shelf'

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
      high
    >
      {open && <Body {...rest} />}
    </Dialog>
  )
}

function Body({ workspace, shelf, ages, onOpen, onSnapshots }: Omit<Props, 'open' | 'onClose'>) {
  const {
    id,
    readOnly,
    failure: notSaved,
    leftOut,
  } = useStore(
    workspace.store,
    useShallow(({ id, readOnly, failure, leftOut }) => ({ id, readOnly, failure, leftOut })),
  )
  const list = useShelf(shelf, id)
  const { act, say, failure } = list
  const file = useRef<HTMLInputElement>(null)
  const handOver = useSaveFile()
  const saveCopy = async () => {
    await workspace.flush()
    await act(shelf.copy(id), (copy) => say({ sentence: `Saved as ${quoted(copy.id)}.` }))
  }
  const rename = async (name: string) => {
    await workspace.flush()
    // Every page that has it open, this one too, hears of its new name in the same way.
    await act(shelf.rename(id, name), () => undefined)
  }
  const saveFile = async () => {
    await workspace.flush()
    await list.takeOut(id, ({ name, file: taken }) => handOver(name, taken))
  }
  const takeIn = (chosen: File | undefined) => {
    if (chosen === undefined) return
    void list.takeIn(chosen, (taken) => {
      // What could not be read is said before the dialog is gone.
      if (taken.lost.length === 0) onOpen(taken.id)
      else say({ sentence: savedInPart(taken) })
    })
  }
  const problem = failure ?? notSaved ?? readOnly
  return (
    <div className="stack">
      <section className="stack" aria-label="Open now">
        <OwnName name={id} onRename={(name) => void rename(name)} />
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
          <Button disabled={list.way !== null} onClick={() => void saveFile()}>
            Download the file
          </Button>
          <Button onClick={onSnapshots}>Snapshots…</Button>
        </div>
      </section>
      {problem !== null && <FailureNote {...explain(problem)} />}
      {list.way === null ? <SaidLine said={list.said} /> : <OnItsWay way={list.way} />}
      <section className="stack" aria-label="Other workspaces of this site">
        <h3 className="workspace__name">Other workspaces</h3>
        {list.others?.length === 0 && <p className="hint">None yet.</p>}
        <ul className="workspace__list">
          {(list.others ?? []).map((one) => (
            <OtherWorkspace
              key={one.id}
              info={one}
              isDeleted={list.isDeleted(one)}
              onOpen={onOpen}
              onRescue={() =>
                void act(shelf.rescue(one.id), (made) => say({ sentence: savedInPart(made) }))
              }
              onRemove={() => void list.remove(one)}
            />
          ))}
        </ul>
        <div className="row">
          <Button disabled={list.way !== null} onClick={() => file.current?.click()}>
            Open a file…
          </Button>
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
      <TrashList
        deleted={list.trash.map(inTrash)}
        onRestore={(trashed) => void list.takeBack(trashed)}
        onDiscard={(ids) => void list.discard(ids)}
      />
    </div>
  )
}

const inTrash = ({ id, name, site, nodes, edges, deletedAt, bytes }: Trashed): Deleted => ({
  id,
  name,
  bytes,
  hint: `${URL.canParse(site) ? `${new URL(site).host}, ` : ''}${nodes} nodes, ${edges} relations, deleted ${when(deletedAt)}`,
})

const savedInPart = ({ id, lost }: WorkspaceInfo): string =>
  lost.length === 0
    ? `Saved all of it as ${quoted(id)}.`
    : `Saved as ${quoted(id)} what can be read. Lost: ${unreadableWords(lost)}.`
