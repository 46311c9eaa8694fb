import { useState } from 'react'
import type { Failure } from '@shared/failure'
import type { KeptSnapshot } from '@shared/workspace'
import { quoted } from '@shared/text'
import { nothingSaid, type Said } from './said'
import type { Workspace } from './store'

/** Deletes snapshots as the dialog shows it, and takes them back. */
export function useSnapshotTrash(workspace: Workspace, onDone: (failure: Failure | null) => void) {
  /** Rows that were deleted here; they stay in sight until the dialog opens again. */
  const [deleted, setDeleted] = useState<readonly string[]>([])
  const [said, say] = useState<Said>(nothingSaid)
  const act = async (work: Promise<Failure | null>, good: () => void) => {
    say(nothingSaid)
    const failure = await work
    onDone(failure)
    if (failure === null) good()
  }
  const nameOf = (id: string): string =>
    workspace.store.getState().snapshots.find((one) => one.id === id)?.name ?? ''
  const restore = (id: string) =>
    act(workspace.restoreSnapshot(id), () => {
      setDeleted((ids) => ids.filter((one) => one !== id))
      say({ sentence: `Restored ${quoted(nameOf(id))}.` })
    })
  return {
    said,
    say,
    isInSight: ({ id, deletedAt }: KeptSnapshot): boolean =>
      deletedAt === null || deleted.includes(id),
    restore,
    remove: ({ id, name }: KeptSnapshot) =>
      act(workspace.removeSnapshot(id), () => {
        setDeleted((ids) => [...ids, id])
        say({ sentence: `Moved ${quoted(name)} to the trash.`, undo: () => void restore(id) })
      }),
    discard: (ids: readonly string[]) =>
      act(workspace.discardSnapshots(ids), () => {
        setDeleted((rows) => rows.filter((one) => !ids.includes(one)))
        say({ sentence: 'Deleted for good.' })
      }),
  }
}
