import { createStore } from 'zustand/vanilla'
import type { Entry, Place } from '@shared/edit'
import type { Failure } from '@shared/failure'
import type { NodeId } from '@shared/graph'
import type { QueryRecord } from '@shared/crawl'
import {
  type Kept,
  keptChanging,
  type KeptSnapshot,
  unreadableWords,
  type WorkspaceChange,
  type WorkspaceMove,
  type WorkspaceState,
} from '@shared/workspace'
import { attempt, type Client } from '../../transport'
import type { GraphModel } from '../graph'
import { followMoves } from './follow-moves'
import { createPending } from './save'
import { createSnapshotActs } from './snapshot-acts'

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

type Options = {
  readonly client: Client
  readonly profile: string
  readonly opened: WorkspaceState
  readonly graph: GraphModel
  readonly positions: () => readonly (readonly [NodeId, Place])[]
  /** What is kept beside the graph, its places and the journal, as the page has it now. */
  readonly kept: () => Kept
  /** Called before a save, so that nothing waits elsewhere. */
  readonly settle: () => void
  /** Told when another program took hold of the file, so that the work goes on in another. */
  readonly onMove: (move: WorkspaceMove) => void
}

/** Long enough to gather a burst, short enough that little is lost with a crash. */
const wait = 400
const waitAfterFailure = 5_000

/** Saves as it goes: there is no button to forget. */
export function createWorkspaceStore(options: Options) {
  const { client, profile, opened, graph, positions, settle } = options
  const id = opened.info.id
  const store = createStore<WorkspaceStatus>(() => ({
    id,
    readOnly: opened.readOnly,
    failure: null,
    savedAt: null,
    snapshots: opened.snapshots,
    leftOut: unreadableWords(opened.unreadable),
  }))
  const pending = createPending()
  pending.known(opened.places)
  /** As it was when it was last compared: only what differs from it is sent. */
  let shown: Kept = opened
  let unsaved: WorkspaceChange[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let last: Promise<void> = Promise.resolve()

  const send = async (): Promise<void> => {
    while (unsaved.length > 0) {
      const [change] = unsaved
      if (change === undefined) return
      const answer = await attempt(
        client.workspace.save({ profile, workspace: store.getState().id, change }),
      )
      if (!answer.ok) {
        store.setState({ failure: answer.failure })
        timer ??= setTimeout(() => void flush(), waitAfterFailure)
        return
      }
      unsaved = unsaved.slice(1)
      store.setState({ failure: null, savedAt: new Date().toISOString() })
    }
  }
  /** Writes all that is waiting; resolves when it is in the file, or could not be written. */
  const flush = (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    if (opened.readOnly !== null) return Promise.resolve()
    settle()
    const now = options.kept()
    const kept = keptChanging.between(shown, now)
    shown = now
    const change = pending.take(positions())
    if (kept !== undefined) unsaved = [...unsaved, { ...change, kept }]
    else if (!isNothing(change)) unsaved = [...unsaved, change]
    last = last.then(send)
    return last
  }
  const touch = (): void => {
    timer ??= setTimeout(() => void flush(), wait)
  }
  graph.onDelta((delta) => {
    pending.delta(delta)
    touch()
  })
  return {
    store,
    touch,
    flush,
    records: (records: readonly QueryRecord[]) => {
      pending.records(records)
      touch()
    },
    entry: (entry: Entry) => {
      pending.entry(entry)
      touch()
    },
    ...createSnapshotActs({ client, profile, store }),
    /** Watches what other programs do to the file, until it is told to stop. */
    listen: () =>
      followMoves({
        client,
        profile,
        idNow: () => store.getState().id,
        onMove: (move) => {
          store.setState({ id: move.to })
          options.onMove(move)
          // What could not be written into a file that is gone can be now.
          void flush()
        },
      }),
    /** Waits for a save that is under way. */
    close: flush,
  }
}
export type Workspace = ReturnType<typeof createWorkspaceStore>

const isNothing = ({ batch, gone, records, entries, places }: WorkspaceChange): boolean =>
  [batch?.entities, batch?.relations, gone?.nodes, gone?.edges, records, entries, places].every(
    (list) => (list ?? []).length === 0,
  )
