import type { Present, SavedBy, WorkspaceUpdate } from '@shared/workspace'

/** One thing that was written, and by which page; `n` is null where it was no save. */
export type Written = {
  readonly version: number
  readonly by: string | null
  readonly n: number | null
  readonly update: WorkspaceUpdate
}

/** So much is remembered for pages that were away for a moment; the others are told the whole. */
const remembered = 50

/**
 * What the pages that have one workspace open hear of each other, whatever becomes of its file
 * meanwhile.
 */
export function createLive() {
  let recent: Written[] = []
  const pages = new Map<string, number>()
  const lastOf = new Map<string, number>()
  const listeners = new Set<() => void>()
  const claimed = new Map<string, Set<number>>()
  const wake = (): void => {
    for (const listener of [...listeners]) listener()
  }
  return {
    told: (written: Written): void => {
      recent = [...recent, written].slice(-remembered)
      const { by, n } = written
      if (by !== null && n !== null) lastOf.set(by, n)
      wake()
    },
    /** What was written after a version, or null where that is not remembered. */
    since: (version: number, now: number): readonly Written[] | null => {
      if (version === now) return []
      const first = recent[0]?.version ?? now + 1
      return version > now || version + 1 < first
        ? null
        : recent.filter((one) => one.version > version)
    },
    /** The number of the last save of a page that was written; 0 for none. */
    lastOf: (page: string): number => lastOf.get(page) ?? 0,
    isWritten: ({ page, n }: SavedBy): boolean => n <= (lastOf.get(page) ?? 0),
    present: (): Present => ({ pages: [...pages.keys()], running: [...claimed.keys()] }),
    /** A page begins to listen. Returns how it leaves. */
    enter: (page: string, listener: () => void): (() => void) => {
      pages.set(page, (pages.get(page) ?? 0) + 1)
      wake()
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        const left = (pages.get(page) ?? 1) - 1
        if (left === 0) pages.delete(page)
        else pages.set(page, left)
        wake()
      }
    },
    /** The file was opened anew: who lacks something of before is told the whole. */
    reopened: (): void => {
      recent = []
    },
    ...claimsIn(claimed, wake),
  }
}

export type Live = ReturnType<typeof createLive>

/**
 * Which steps of the journal are being sent or read back now. A file is open in one program only, so
 * what is not claimed here is nobody's: its runner is gone.
 */
const claimsIn = (claimed: Map<string, Set<number>>, changed: () => void) => ({
  /** Takes those of an entry's steps that nobody else has; they are the caller's until released. */
  claim: (entry: string, places: readonly number[]): number[] => {
    const taken = claimed.get(entry) ?? new Set<number>()
    const free = places.filter((at) => !taken.has(at))
    if (free.length === 0) return free
    claimed.set(entry, new Set([...taken, ...free]))
    changed()
    return free
  },
  release: (entry: string, places: readonly number[]): void => {
    const left = [...(claimed.get(entry) ?? [])].filter((at) => !places.includes(at))
    if (left.length === 0) claimed.delete(entry)
    else claimed.set(entry, new Set(left))
    changed()
  },
})
