import type Database from 'libsql'
import { type Kept, keptChanging, type WorkspaceChange } from '@shared/workspace'
import { readKept } from './read'

const names = ['view', 'crawl', 'draft', 'words'] as const satisfies readonly (keyof Kept)[]

/**
 * What a file keeps beside the graph, its places and the journal. A change is made to what the file
 * holds now, since another page may have been there.
 */
export function keptIn(db: Database.Database, write: (name: string, value: unknown) => void) {
  /** As the file has it; null until it is asked for. */
  let known: Kept | null = null
  return {
    /** Part of a transaction: once that is through, what it returns is to be called. */
    change: (change: WorkspaceChange['kept']): (() => void) => {
      if (change === undefined) return () => undefined
      const next: Kept = keptChanging.apply(known ?? readKept(db), change)
      for (const name of names) if (name in change) write(name, next[name])
      return () => void (known = next)
    },
  }
}
