import type Database from 'libsql'
import { failureOfFile } from './file-failures'

export type Way = <T>(work: () => T) => T

/** Ways to do something with a file: each throws a failure with a sentence about it. */
export function waysInto(db: Database.Database, what: string): { guarded: Way; whole: Way } {
  const guarded: Way = (work) => {
    try {
      return work()
    } catch (error) {
      throw failureOfFile(error, what)
    }
  }
  return {
    guarded,
    /** All or nothing. */
    whole: (work) =>
      guarded(() => {
        db.exec('begin immediate')
        try {
          const value = work()
          db.exec('commit')
          return value
        } catch (error) {
          // After a full disk SQLite may have rolled back by itself.
          if (db.inTransaction) db.exec('rollback')
          throw error
        }
      }),
  }
}
