import { useEffect, useState } from 'react'
import type { Failure } from '@shared/failure'
import type { Trashed, WorkspaceInfo } from '@shared/workspace'
import { quoted } from '@shared/text'
import type { Attempt } from '../../transport'
import { nothingSaid, type Said } from './said'
import type { Shelf } from './shelf'
import type { Way } from './on-its-way'

/** The other files and the trash as a dialog shows them, and what is done to them there. */
export function useShelf(shelf: Shelf, open: string) {
  const [failure, setFailure] = useState<Failure | null>(null)
  const [others, setOthers] = useState<readonly WorkspaceInfo[] | null>(null)
  const [trash, setTrash] = useState<readonly Trashed[]>([])
  /** Rows that were moved to the trash here; they stay in sight until the dialog opens again. */
  const [deleted, setDeleted] = useState<readonly WorkspaceInfo[]>([])
  const [said, say] = useState<Said>(nothingSaid)
  const [way, setWay] = useState<Way | null>(null)
  const [acted, setActed] = useState(0)
  useEffect(() => {
    void shelf.list().then((answer) => {
      if (answer.ok) setOthers(answer.value.filter(({ id }) => id !== open))
      else setFailure(answer.failure)
    })
    void shelf.trash().then((answer) => {
      if (answer.ok) setTrash(answer.value)
      else setFailure(answer.failure)
    })
  }, [shelf, open, acted])

  const act = async <T>(work: Promise<Attempt<T>>, good: (value: T) => void) => {
    say(nothingSaid)
    const answer = await work
    setFailure(answer.ok ? null : answer.failure)
    if (answer.ok) good(answer.value)
    setActed((times) => times + 1)
  }
  const takeBack = (trashed: string) =>
    act(shelf.takeBack(trashed), (info) => {
      setDeleted((rows) => rows.filter(({ id }) => id !== info.id))
      say({ sentence: `Restored ${quoted(info.id)}.${ofOtherSite(info, shelf.site)}` })
    })
  const takeIn = async (file: File, good: (info: WorkspaceInfo) => void) => {
    const stopping = new AbortController()
    const stop = () => stopping.abort()
    const about = { doing: 'Taking in', name: file.name, total: file.size, stop } as const
    const onProgress = (done: number) => setWay({ ...about, done })
    onProgress(0)
    await act(shelf.upload(file, { onProgress, signal: stopping.signal }), good)
    setWay(null)
  }
  const takeOut = async (id: string, good: (taken: { name: string; file: Blob }) => void) => {
    const stopping = new AbortController()
    const about = { doing: 'Downloading', name: id, stop: () => stopping.abort() } as const
    const onProgress = (done: number, total: number) => setWay({ ...about, done, total })
    await act(shelf.download(id, { onProgress, signal: stopping.signal }), good)
    setWay(null)
  }
  return {
    failure,
    way,
    takeIn,
    takeOut,
    others: others === null ? null : withDeleted(others, deleted),
    isDeleted: (info: WorkspaceInfo): boolean => deleted.includes(info),
    trash,
    said,
    say,
    act,
    takeBack,
    remove: (info: WorkspaceInfo) =>
      act(shelf.remove(info.id), (trashed) => {
        setDeleted((rows) => [...rows, info])
        const undo = () => void takeBack(trashed.id)
        say({ sentence: `Moved ${quoted(info.id)} to the trash.`, undo })
      }),
    discard: (ids: readonly string[]) =>
      act(shelf.discard(ids), () => say({ sentence: 'Deleted for good.' })),
  }
}

/** Deleted rows where they stood: the list is in the order of their last change. */
const withDeleted = (
  others: readonly WorkspaceInfo[],
  deleted: readonly WorkspaceInfo[],
): readonly WorkspaceInfo[] => {
  const gone = deleted.filter(({ id }) => !others.some((one) => one.id === id))
  return [...others, ...gone].sort((a, b) => b.changedAt.localeCompare(a.changedAt))
}

const ofOtherSite = ({ site }: WorkspaceInfo, here: string): string =>
  site === here || !URL.canParse(site) ? '' : ` Connect to ${new URL(site).host} to open it.`
