import { z } from 'zod'
import { childScript } from '../../child'
import { createTurns, type Markup, MarkupShape, readAll } from '../../markup'
import { type Answer, type Job, readAnswer } from './read-answer'
import { startThread, type Thread } from './thread'

const Reply: z.ZodType<Answer> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('read'), head: z.string(), value: z.unknown() }),
  z.object({ kind: z.literal('no-json'), head: z.string() }),
  z.object({ kind: z.literal('too-many') }),
])
const Named = z.object({ kind: z.literal('named'), named: z.array(MarkupShape.nullable()) })

/** What the bodies of a list name, in its order; null for a row without one. */
export type Names = readonly (Markup | null)[]

export type ReadAnswer = {
  readonly answer: Answer
  /** Comes after the rest; null where the thread ended over it. */
  readonly named: () => Promise<Names | null>
}

/** Reads answers one after the other, so that neither their number nor their size holds up the program. */
export type BodyReader = (job: Job, log?: (line: string) => void) => Promise<ReadAnswer>

const nothing = () => Promise.resolve<Names>([])

/**
 * A reader with a thread of its own, which is started for the first answer and ended `patience` ms after
 * the last. An answer that ends it costs itself alone. Where none can be started, answers are read
 * here, in turns.
 */
export function createBodyReader(
  script = () => childScript(import.meta.dirname, 'body-worker'),
  patience = 10_000,
): BodyReader {
  let thread: Thread | null = null
  let idle: NodeJS.Timeout | undefined
  let waiting = 0
  let isTold = false
  let last: Promise<unknown> = Promise.resolve()

  const end = () => {
    thread?.end()
    thread = null
  }
  const started = async (log: (line: string) => void): Promise<Thread | null> => {
    try {
      if (thread?.isOver() === true) thread = null
      return (thread ??= await startThread(script()))
    } catch {
      if (!isTold)
        log('No thread could be started for answers of the site; they are read in turns.')
      isTold = true
      return null
    }
  }
  const work: BodyReader = async (job, log = () => undefined) => {
    const used = await started(log)
    if (used === null) return readHere(job)
    used.hold(true)
    used.give(job, [job.bytes.buffer])
    const reply = await used.next()
    // One that ends without a reply ran out of what it may use.
    if (reply === null) end()
    const answer = reply === null ? ({ kind: 'too-many' } as const) : Reply.parse(reply)
    if (job.reading === null || answer.kind !== 'read') return { answer, named: nothing }
    const named = used.next().then((message) => {
      if (message === null) end()
      return message === null ? null : Named.parse(message).named
    })
    return { answer, named: () => named }
  }
  const rest = () => {
    waiting -= 1
    if (waiting > 0) return
    thread?.hold(false)
    idle = setTimeout(end, patience).unref()
  }
  return (job, log) => {
    waiting += 1
    clearTimeout(idle)
    const read = last.then(() => work(job, log))
    last = read.then(({ named }) => named()).then(rest, rest)
    return read
  }
}

/** Reads an answer in this thread, which has its turns between the bodies. */
function readHere(job: Job): ReadAnswer {
  const { answer, bodies } = readAnswer(job)
  if (job.reading === null || answer.kind !== 'read') return { answer, named: nothing }
  // A part of a text holds on to the whole of it, so that each mark would keep its body in memory.
  const named = readAll(bodies, job.reading, createTurns()).then((all) => structuredClone(all))
  return { answer, named: () => named }
}

/** All answers of the program are read by one. */
export const bodyReader = createBodyReader()
