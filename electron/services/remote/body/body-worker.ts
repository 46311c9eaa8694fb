/**
 * Reads answers beside the event loop: parses them, and reads the bodies of pages for what they name,
 * so that neither their text nor what is made of it reaches the rest of the program. Started by
 * `reader.ts`; one answer at a time.
 */
import { parentPort } from 'node:worker_threads'
import { readAll } from '../../markup'
import { type Answer, type Job, readAnswer } from './read-answer'

const tell = (message: unknown) => parentPort?.postMessage(message)
const noPause = () => Promise.resolve()

async function read(job: Job): Promise<void> {
  const { answer, bodies } = readAnswer(job)
  if (!isTold(answer) || job.reading === null || answer.kind !== 'read') return
  tell({ kind: 'named', named: await readAll(bodies, job.reading, noPause) })
}

function isTold(answer: Answer): boolean {
  try {
    tell(answer)
    return true
  } catch {
    // Nested deeper than can be handed on.
    tell({ kind: 'too-many' })
    return false
  }
}

parentPort?.on('message', (job: Job) => void read(job))
tell({ kind: 'ready' })
