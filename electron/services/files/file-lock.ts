import { basename, dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import Database from 'libsql'

/** Between two tries for a lock that somebody else holds, in ms. */
const between = 25
/** A lock is held for one small write; who waits for so many ms waits for something that hangs. */
const usualPatience = 30_000

/**
 * Does `work` while no other process does its own under the same lock, which is one of the operating
 * system, taken by SQLite on an empty file beside `file`. It goes with the process that holds it,
 * however that ends. No file can be a lock by being there alone: whoever takes over what a dead
 * process left may take it from somebody who was faster. Throws what SQLite says where no lock can be
 * had.
 */
export async function withFileLock<T>(
  file: string,
  work: () => Promise<T>,
  patience = usualPatience,
): Promise<T> {
  // It is never removed, or two could hold it: one the old file, one a new one of that name.
  const lock = new Database(join(dirname(file), `.${basename(file)}.lock`), { timeout: 0 })
  try {
    await acquire(lock, patience)
    return await work()
  } finally {
    lock.close()
  }
}

async function acquire(lock: Database.Database, patience: number): Promise<void> {
  const since = performance.now()
  for (;;) {
    try {
      lock.exec('begin exclusive')
      return
    } catch (error) {
      const isBusy = codeOf(error)?.startsWith('SQLITE_BUSY') === true
      if (!isBusy || performance.now() - since > patience) throw error
    }
    await sleep(between)
  }
}

const codeOf = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
