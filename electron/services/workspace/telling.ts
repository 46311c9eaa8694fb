import type { SavedBy, WorkspaceUpdate } from '@shared/workspace'
import type { Live } from './live'
import type { Way } from './transaction'

type Parts = {
  readonly live: Live
  /** All or nothing. */
  readonly whole: Way
  /** As the file has it. */
  readonly version: () => string | null
  readonly put: (version: string) => void
}

/** Counts what is written to a file, in the file, and tells each of it to the pages that have it open. */
export function createTelling({ live, whole, put, ...file }: Parts) {
  let known: number | null = null
  const version = (): number => (known ??= numberOf(file.version()))
  return {
    version,
    /** Does all of some work or nothing, and tells of it once it is written. Gives the version too. */
    told: <T>(
      work: () => T,
      updateOf: (value: T) => WorkspaceUpdate,
      by: Partial<SavedBy> = {},
    ): { readonly value: T; readonly version: number } => {
      const next = version() + 1
      const value = whole(() => {
        const done = work()
        put(String(next))
        return done
      })
      known = next
      live.told({ version: next, by: by.page ?? null, n: by.n ?? null, update: updateOf(value) })
      return { value, version: next }
    },
  }
}
export type Telling = ReturnType<typeof createTelling>

/** A file that says nothing of it, or nothing that is a number, begins to count. */
function numberOf(text: string | null): number {
  const version = Number(text ?? 0)
  return Number.isSafeInteger(version) && version >= 0 ? version : 0
}
