import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { FailureError } from '@shared/failure'
import { childScript, type Fork, forkNode } from '../../child'
import { inUse } from '../file-failures'
import { applicationId } from '../schema'
import { rescueJob } from './rescue-job'

/** `strange`: not ours, by its head. `busy`: another program has it open. */
const Look = z.enum(['whole', 'damaged', 'strange', 'busy'])
export type Look = z.infer<typeof Look>

/** Rows that are surely lost, by table; null for a file that is not ours. */
const Rescued = z.record(z.string(), z.number()).nullable()

const Reply = z.union([
  z.object({ answer: z.unknown() }),
  z.object({ failed: z.enum(['busy', 'storage']) }),
])

/** Looks at files in a process of its own, so that none can stop or hang this one. */
export type Inspector = ReturnType<typeof createInspector>

/** Enough for a disk under load; a file that takes longer never ends. */
const patienceMs = 20_000
const bytesPerMs = 2_000

const script = () => childScript(import.meta.dirname, 'inspect-child')

export function createInspector(fork: Fork = forkNode) {
  /** One job after the other, each child as long as there are jobs for it. */
  const run = async <T>(
    jobs: readonly Job[],
    onDeath: T,
    read: (reply: unknown) => T,
  ): Promise<T[]> => {
    const answers: T[] = []
    let child = jobs.length > 0 ? fork(script()) : null
    try {
      for (const job of jobs) {
        child ??= fork(script())
        const reply = await child.ask(job, patienceMs + sizeOf(job.path) / bytesPerMs)
        // A dead child answers no further question.
        if (reply === null) child = null
        answers.push(reply === null ? onDeath : read(reply.message))
      }
      return answers
    } finally {
      child?.end()
    }
  }
  const inScratch = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
    const folder = mkdtempSync(join(tmpdir(), 'relation-explorer-'))
    try {
      return await work(folder)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
  return {
    /** How files are, in the order of their paths. */
    look: (paths: readonly string[]): Promise<Look[]> =>
      inScratch((scratch) =>
        run<Look>(
          paths.map((path, at) => ({
            kind: 'look',
            path,
            folder: join(scratch, String(at)),
            applicationId,
          })),
          'damaged',
          (message) => {
            const reply = Reply.parse(message)
            return 'answer' in reply ? Look.parse(reply.answer) : 'damaged'
          },
        ),
      ),
    /**
     * Writes what can be read of a file to a new one, which holds our tables and nothing else.
     * Gives the rows that are surely lost, by table; null where nothing can be read.
     */
    rescue: (path: string, to: string, what: string): Promise<z.infer<typeof Rescued>> =>
      inScratch(async (folder) => {
        const job = { kind: 'rescue', path, to, folder, applicationId, ...rescueJob(folder) }
        const [found = null] = await run([job], null, (message) => {
          const reply = Reply.parse(message)
          if ('answer' in reply) return Rescued.parse(reply.answer)
          throw new FailureError(reply.failed === 'busy' ? inUse(what) : { kind: 'storage', what })
        })
        return found
      }),
  }
}

type Job = { readonly path: string } & Readonly<Record<string, unknown>>

function sizeOf(path: string): number {
  try {
    return statSync(path).size
  } catch {
    return 0
  }
}
