import { randomUUID } from 'node:crypto'
import { link, open, readFile, rename, rm } from 'node:fs/promises'
import { hostname } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'

/** Between two looks at a lock that somebody else holds, in ms. */
const between = 25
/** A lock is held for one small write; the same one seen for so many ms was left behind. */
const patience = 5_000

/**
 * Does `work` while no other process does its own under the same lock: a file beside `file`, made by
 * exclusive create. One whose owner has died, or that does not change for five seconds, is taken
 * over. Throws what the file system says where no lock can be made.
 */
export async function withFileLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const lock = `${file}.lock`
  const mine = `${process.pid} ${hostname()} ${randomUUID()}`
  await acquire(lock, mine)
  try {
    return await work()
  } finally {
    // Somebody who took it over holds it rightly.
    if ((await holderOf(lock)) === mine) await rm(lock, { force: true })
  }
}

async function acquire(lock: string, mine: string): Promise<void> {
  let seen: string | null = null
  let since = performance.now()
  for (;;) {
    if (await created(lock, mine)) return
    const holder = await holderOf(lock)
    if (holder === null) continue
    if (holder !== seen) [seen, since] = [holder, performance.now()]
    if (isDead(holder) || performance.now() - since > patience) await takeAway(lock, holder)
    else await sleep(between)
  }
}

async function created(lock: string, mine: string): Promise<boolean> {
  try {
    const file = await open(lock, 'wx', 0o600)
    try {
      await file.writeFile(mine)
    } catch (error) {
      // On a full disk it would stay, empty, and hold everybody up.
      await rm(lock, { force: true })
      throw error
    } finally {
      await file.close()
    }
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

async function holderOf(lock: string): Promise<string | null> {
  try {
    return await readFile(lock, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

/** Whether the process that holds it ran on this machine and has ended. */
function isDead(holder: string): boolean {
  const [, pid, host] = /^(\d+) (\S+) /.exec(holder) ?? []
  if (pid === undefined || host !== hostname()) return false
  try {
    process.kill(Number(pid), 0)
    return false
  } catch (error) {
    return codeOf(error) === 'ESRCH'
  }
}

/** Moved before it is removed: what turns out to be a newer lock is put back. */
async function takeAway(lock: string, stale: string): Promise<void> {
  const moved = `${lock}.${randomUUID()}`
  try {
    await rename(lock, moved)
    if ((await holderOf(moved)) !== stale) await link(moved, lock)
  } catch (error) {
    const code = codeOf(error)
    if (code !== 'ENOENT' && code !== 'EEXIST') throw error
  } finally {
    await rm(moved, { force: true })
  }
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined
