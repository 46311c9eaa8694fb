import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { LastSession } from '@shared/contract'
import { writeWhole } from '../services/files'

const format = 'relation-explorer/last-session@1'
const LastSessionFile = LastSession.extend({ format: z.literal(format) })

/** What was open when the program ended, for the first page of the next start. */
export type KeptSession = {
  /**
   * Gives it once. It is forgotten at the same moment, until a page has it open again: what ends the
   * program as it opens does not end each start after that.
   */
  take(): Promise<LastSession | null>
  /** Null for the first screen, and for the demo site, which is another one at each start. */
  keep(open: LastSession | null): Promise<void>
}

/**
 * Keeps it in a file. That it cannot be kept or understood costs the next start one press, which is
 * written to the log and nobody is told now. A page has other things to open where `isCalledFor` says
 * that a file was named at the start.
 */
export function createLastSession(
  dataDir: string,
  log: (line: string) => void,
  isCalledFor: () => boolean,
): KeptSession {
  const file = join(dataDir, 'last-session.json')
  let isTaken = false
  let last: Promise<unknown> = Promise.resolve()
  /** In the order in which pages said it: the newest stays. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = last.then(work)
    last = done.catch(() => undefined)
    return done
  }
  const keepNow = async (open: LastSession | null): Promise<void> => {
    isTaken = true
    try {
      if (open === null) {
        await rm(file, { force: true })
        return
      }
      await mkdir(dataDir, { recursive: true })
      await writeWhole(file, `${JSON.stringify({ format, ...open }, null, 2)}\n`)
    } catch {
      log('What is open could not be kept for the next start.')
    }
  }
  const takeNow = async (): Promise<LastSession | null> => {
    if (isTaken) return null
    const kept = await load(file, log)
    await keepNow(null)
    return isCalledFor() ? null : kept
  }
  return { take: () => inTurn(takeNow), keep: (open) => inTurn(() => keepNow(open)) }
}

async function load(file: string, log: (line: string) => void): Promise<LastSession | null> {
  const text = await readFile(file, 'utf8').catch(() => null)
  if (text === null) return null
  try {
    const { profile, workspace } = LastSessionFile.parse(JSON.parse(text))
    return { profile, workspace }
  } catch {
    log(`${file} cannot be understood; the program starts with its first screen.`)
    return null
  }
}
