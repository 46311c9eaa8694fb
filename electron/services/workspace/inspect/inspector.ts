import { randomUUID } from 'node:crypto'
import { existsSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { FailureError } from '@shared/failure'
import { type Fork, forkNode } from '../../child'
import { inUse, unlooked } from '../file-failures'
import { applicationId } from '../schema'
import { createChildren } from './children'
import { rescueJob } from './rescue-job'

/**
 * `strange`: not ours, by its head. `busy`: another program has it open. `unknown`: nothing could look
 * at it. `late`: to look at it took too long, which may be the file or the machine.
 */
const Look = z.enum(['whole', 'damaged', 'strange', 'busy', 'unknown'])
export type Look = z.infer<typeof Look> | 'late'

/** Rows that are surely lost, by table; null for a file that is not ours. */
const Rescued = z.record(z.string(), z.number()).nullable()

const Told = z.union([
  z.object({ answer: z.unknown() }),
  z.object({ failed: z.enum(['busy', 'storage']) }),
])
type Told = z.infer<typeof Told>
/** `died`: of this job, since other jobs are done. `unknown`: nothing could do any. */
type Outcome = Told | 'died' | 'late' | 'unknown'

/** Looks at files in a process of its own, so that none can stop or hang this one. */
export type Inspector = ReturnType<typeof createInspector>

/** Enough for a disk under load; a file that takes longer never ends. */
const patienceMs = 20_000
const bytesPerMs = 2_000

export function createInspector(fork: Fork = forkNode) {
  const children = createChildren(fork)
  const ask = asking(children)
  const inScratch = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
    // The child makes it where it needs one: most files are looked at where they are.
    const folder = join(tmpdir(), `relation-explorer-${randomUUID()}`)
    try {
      return await work(folder)
    } finally {
      if (existsSync(folder)) rmSync(folder, { recursive: true, force: true })
    }
  }
  return {
    /** How files are, in the order of their paths. */
    look: (paths: readonly string[]): Promise<Look[]> =>
      inScratch(async (scratch) => {
        const looks: Look[] = []
        for (const [at, path] of paths.entries()) {
          const folder = join(scratch, String(at))
          looks.push(lookOf(await ask({ kind: 'look', path, folder, applicationId })))
        }
        return looks
      }),
    /**
     * Writes what can be read of a file to a new one, which holds our tables and nothing else.
     * Gives the rows that are surely lost, by table; null where nothing can be read.
     */
    rescue: (path: string, to: string, what: string): Promise<z.infer<typeof Rescued>> =>
      inScratch(async (folder) => {
        const job = { kind: 'rescue', path, to, folder, applicationId, ...rescueJob() }
        const withIt = await ask({ ...job, mayAskSqlite: true })
        // What SQLite dies of, or never ends with, is read without it.
        const outcome =
          withIt === 'died' || withIt === 'late'
            ? await ask({ ...job, mayAskSqlite: false })
            : withIt
        if (outcome === 'died') return null
        if (typeof outcome === 'string') throw new FailureError(unlooked(what))
        if ('answer' in outcome) return Rescued.parse(outcome.answer)
        throw new FailureError(outcome.failed === 'busy' ? inUse(what) : { kind: 'storage', what })
      }),
    close: children.close,
  }
}

type Children = ReturnType<typeof createChildren>

/** Null where the child did not live to answer, or none could be started. */
async function tried(
  children: Children,
  question: unknown,
  ms: number,
): Promise<Told | 'late' | null> {
  try {
    const reply = await children.ask(question, ms)
    if (typeof reply === 'string') return reply === 'late' ? reply : null
    return Told.parse(reply.message)
  } catch {
    return null
  }
}

/**
 * A child may end for reasons of its own, as where the system is out of memory, so a second one is
 * asked; and whether it was the job is told by a third, which has to do nothing.
 */
const asking =
  (children: Children) =>
  async (job: Job): Promise<Outcome> => {
    const ms = patienceMs + sizeOf(job.path) / bytesPerMs
    const told = (await tried(children, job, ms)) ?? (await tried(children, job, ms))
    if (told !== null) return told
    const control = await tried(children, { kind: 'nothing' }, patienceMs)
    return control === null || control === 'late' ? 'unknown' : 'died'
  }

function lookOf(outcome: Outcome): Look {
  if (outcome === 'died') return 'damaged'
  if (typeof outcome === 'string') return outcome
  return 'answer' in outcome ? Look.parse(outcome.answer) : 'unknown'
}

type Job = { readonly path: string } & Readonly<Record<string, unknown>>

function sizeOf(path: string): number {
  try {
    return statSync(path).size
  } catch {
    return 0
  }
}
