import { Worker } from 'node:worker_threads'
import { z } from 'zod'
import { childScript } from '../../child'

const Reply = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('read'), head: z.string(), value: z.unknown() }),
  z.object({ kind: z.literal('no-json'), head: z.string() }),
  z.object({ kind: z.literal('too-many') }),
])
export type LargeBody = z.infer<typeof Reply>

/** What one list of Confluence's can hold, several times over. */
export const mostValues = 100_000

/** In MB: what the largest body that is taken needs, and no more. */
const memory = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 }

let last: Promise<unknown> = Promise.resolve()

/**
 * Reads a large body in a thread of its own, one after the other, so that neither their number nor
 * what is in them holds up the program. The bytes are gone from here afterwards.
 */
export function readLargeBody(
  bytes: Uint8Array<ArrayBuffer>,
  secrets: readonly string[],
): Promise<LargeBody> {
  const answer = last.then(() => ask({ bytes, secrets, mostValues }))
  last = answer
  return answer
}

type Job = {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly secrets: readonly string[]
  readonly mostValues: number
}

/** Never rejects: a thread that ends without a reply ran out of what it may use. */
async function ask(job: Job): Promise<LargeBody> {
  // Nothing of the environment is for it.
  const worker = new Worker(childScript(import.meta.dirname, 'body-worker'), {
    resourceLimits: memory,
    env: {},
  })
  try {
    return await new Promise<LargeBody>((resolve) => {
      const tooMany = () => resolve({ kind: 'too-many' })
      worker.once('message', (message) => resolve(Reply.parse(message)))
      worker.once('error', tooMany).once('exit', tooMany)
      worker.postMessage(job, [job.bytes.buffer])
    })
  } finally {
    void worker.terminate()
  }
}
