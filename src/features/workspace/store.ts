import { createStore } from 'zustand/vanilla'
import type { Failure } from '@shared/failure'
import { type KeptSnapshot, unreadableWords, type WorkspaceMove } from '@shared/workspace'
import { attempt, type Client } from '../../transport'
import type { Arrivals } from './arrivals'
import { follow } from './follow'
import { followMoves } from './follow-moves'
import { createOwnWork, type OwnOptions } from './own-work'
import type { Save } from './rebase'
import { createSnapshotActs } from './snapshot-acts'
import { createTaking } from './take-events'

export type WorkspaceStatus = {
  readonly id: string
  readonly readOnly: Failure | null
  /** Why the last save did not go through; what it held is kept for the next try. */
  readonly failure: Failure | null
  readonly savedAt: string | null
  readonly snapshots: readonly KeptSnapshot[]
  /** Rows of the file that were left out, in words; '' for none. */
  readonly leftOut: string
}

type Options = OwnOptions & {
  readonly client: Client
  readonly profile: string
  /** This opening of the workspace. */
  readonly page: string
  /** Told when another program took hold of the file, so that the work goes on in another. */
  readonly onMove: (move: WorkspaceMove) => void
}

/** Long enough to gather a burst, short enough that little is lost with a crash. */
const wait = 400
const waitAfterFailure = 5_000

/** Saves as it goes: there is no button to forget. */
export function createWorkspaceStore(options: Options) {
  const { client, profile, opened, page } = options
  const store = createStore<WorkspaceStatus>(() => ({
    id: opened.info.id,
    readOnly: opened.readOnly,
    failure: null,
    savedAt: null,
    snapshots: opened.snapshots,
    leftOut: unreadableWords(opened.unreadable),
  }))
  const idNow = () => store.getState().id
  let unsaved: Save[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let last: Promise<void> = Promise.resolve()

  const send = async (): Promise<void> => {
    while (unsaved.length > 0) {
      const [save] = unsaved
      if (save === undefined) return
      const { n, change } = save
      const wanted = { profile, workspace: idNow(), change, by: { page, n } }
      const answer = await attempt(client.workspace.save(wanted))
      if (!answer.ok) {
        store.setState({ failure: answer.failure })
        timer ??= setTimeout(() => void flush(), waitAfterFailure)
        return
      }
      unsaved = unsaved.slice(1)
      store.setState({ failure: null, savedAt: new Date().toISOString() })
    }
  }
  const touch = (): void => {
    timer ??= setTimeout(() => void flush(), wait)
  }
  const own = createOwnWork(options, touch)
  const gather = (): void => {
    const save = opened.readOnly === null ? own.gather() : null
    if (save !== null) unsaved = [...unsaved, save]
  }
  /** Writes all that is waiting; resolves when it is in the file, or could not be written. */
  const flush = (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    gather()
    last = last.then(send)
    return last
  }
  const onMove = (move: WorkspaceMove): void => {
    store.setState({ id: move.to })
    options.onMove(move)
    // What could not be written into a file that is gone can be now.
    void flush()
  }
  const onSnapshots = (snapshots: readonly KeptSnapshot[]) => store.setState({ snapshots })
  const first = opened.version
  const taking = createTaking({ own, page, first, gather, onSnapshots })
  return {
    store,
    touch,
    flush,
    /** What is kept beside the graph, its places and the journal, as the page has it now. */
    kept: options.kept,
    ...createSnapshotActs({ client, profile, store }),
    /**
     * Hears what other programs do to the file and what other pages write, and shows it there, until
     * it is stopped.
     */
    listen: (arrivals: Arrivals): (() => void) => {
      const at = { client, profile, idNow }
      const stops = [
        follow({ ...at, page, version: taking.version }, (event) => taking.take(event, arrivals)),
        followMoves({ ...at, onMove }),
      ]
      return () => stops.forEach((stop) => stop())
    },
    /** Waits for a save that is under way. */
    close: flush,
  }
}
export type Workspace = ReturnType<typeof createWorkspaceStore>
