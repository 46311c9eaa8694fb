import type Database from 'libsql'
import type { Entry, Step } from '@shared/edit'
import { readEntries, readUnsure } from './read'
import type { Telling } from './telling'
import type { Way } from './transaction'
import type { Writers } from './write'

type Parts = {
  readonly guarded: Way
  readonly told: Telling['told']
  readonly write: Pick<Writers, 'entry' | 'step' | 'outcome'>
}

/** What a store can do with the journal; `page` is the one whose act it is. */
export const journalRows = (db: Database.Database, { guarded, told, write }: Parts) => ({
  begin: (entry: Entry, page?: string): void => {
    const work = () => write.entry(entry)
    told(work, () => ({ entries: [entry] }), by(page))
  },
  entry: (id: string): Entry | null => guarded(() => readEntries(db, { id })[0] ?? null),
  /**
   * Writes down how a step came out, and in the same moment what that means for the graph. Gives
   * the version with it.
   */
  step: (entry: string, at: number, step: Step, page?: string): number => {
    const work = () => {
      write.step(entry, at, step)
      write.outcome(step)
    }
    return told(work, () => ({ steps: [{ entry, at, step }] }), by(page)).version
  },
  unsure: () => guarded(() => readUnsure(db)),
})

const by = (page: string | undefined) => (page === undefined ? {} : { page })
