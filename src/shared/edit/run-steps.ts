import { explain, type Failure, FailureError } from '../failure'
import type { CancelSignal } from '../crawl'
import type { Relation } from '../graph'
import { isThere, type Step } from './step'
import { dayWords, isolated } from '../text'

/** The server, as far as an edit needs it. Every method throws `FailureError`. */
export type EditPort = {
  /**
   * Null only where the server says that there is none. A look `after` a write is brought to its
   * end, whatever stops the run.
   */
  get(relation: Relation, when: 'before' | 'after'): Promise<Relation | null>
  create(relation: Relation): Promise<Relation>
  delete(relation: Relation): Promise<void>
}

export type RunOptions = {
  readonly port: EditPort
  /** Told of each change of a step and waited for: what is sent must be written down before. */
  readonly onStep: (at: number, step: Step) => Promise<void>
  readonly concurrency: number
  /** Deletes also what somebody else has made anew. */
  readonly force: boolean
  readonly signal?: CancelSignal
}

const failureOf = (error: unknown): Failure => {
  if (error instanceof FailureError) return error.failure
  throw error
}

/** Failures after which nobody knows whether a write arrived. */
const unsure: ReadonlySet<Failure['kind']> = new Set<Failure['kind']>([
  'timeout',
  'unreachable',
  'offline',
  'server',
  'unreadable-answer',
  'write-unknown',
])

/** It was given up before it was sent, so nothing became of it. */
const isStopped = (failure: Failure): boolean => failure.kind === 'cancelled'

const refuse = (step: Step, failure: Failure, state: Step['state'] = 'refused'): Step => ({
  ...step,
  state,
  failure,
})

/** What went wrong before no longer counts. */
const withoutFailure = ({ edit, state, after }: Step): Step =>
  after === undefined ? { edit, state } : { edit, state, after }

/** Who made it and when, as a word for people. */
const maker = ({ createdBy, createdAt }: Relation): string =>
  `${isolated(createdBy?.name ?? 'somebody')}${createdAt === undefined ? '' : ` on ${dayWords(createdAt)}`}`

/** What is there is not what was meant: another hand has made it since. */
const isOther = (meant: Relation, there: Relation): boolean =>
  (meant.createdAt !== undefined &&
    there.createdAt !== undefined &&
    Date.parse(meant.createdAt) !== Date.parse(there.createdAt)) ||
  (meant.createdBy?.key !== undefined &&
    there.createdBy?.key !== undefined &&
    meant.createdBy.key !== there.createdBy.key)

/** Looks before anything is sent; null where the way is free. */
function judge(step: Step, there: Relation | null, force: boolean): Step | null {
  const { kind, relation } = step.edit
  const bare = withoutFailure(step)
  if (kind === 'create') {
    return there === null ? null : { ...bare, edit: { kind, relation: there }, state: 'not-needed' }
  }
  if (there === null) return { ...bare, state: 'not-needed' }
  if (force || !isOther(relation, there)) return null
  return refuse(
    step,
    { kind: 'made-anew', relation: relation.relation, by: maker(there) },
    'conflict',
  )
}

async function send(step: Step, port: EditPort, there: Relation | null): Promise<Step> {
  const { kind, relation } = step.edit
  const bare = withoutFailure(step)
  try {
    if (kind === 'create') {
      return { ...bare, edit: { kind, relation: await port.create(relation) }, state: 'confirmed' }
    }
    await port.delete(relation)
    return { ...bare, edit: { kind, relation: there ?? relation }, state: 'confirmed' }
  } catch (error) {
    const failure = failureOf(error)
    if (isStopped(failure)) return { ...bare, state: 'waiting' }
    return unsure.has(failure.kind)
      ? readBack(refuse(step, failure, 'unknown'), port)
      : refuse(step, failure)
  }
}

/** Finds out by reading whether a write arrived of which nobody knows. */
export async function readBack(step: Step, port: EditPort): Promise<Step> {
  const { kind, relation } = step.edit
  const bare = withoutFailure(step)
  try {
    const there = await port.get(relation, 'after')
    if ((there !== null) === (kind === 'create')) {
      return { ...bare, edit: { kind, relation: there ?? relation }, state: 'confirmed' }
    }
    const { failure } = step
    const why: Failure = { kind: 'not-arrived', doing: kind, relation: relation.relation }
    return refuse(step, failure === undefined || failure.kind === 'write-unknown' ? why : failure)
  } catch (error) {
    return refuse(step, unknownAfter(step, failureOf(error)), 'unknown')
  }
}

/** Reading back did not say either; the first reason is the one that counts. */
function unknownAfter({ edit: { kind, relation }, failure }: Step, lookedIn: Failure): Failure {
  if (failure?.kind === 'write-unknown') return failure
  const why = explain(failure ?? lookedIn).sentence
  return { kind: 'write-unknown', doing: kind, relation: relation.relation, why }
}

/**
 * What is there before anything is sent. A 404 that does not say what is missing is no reason
 * against making a relation, which overwrites nothing; it is one against deleting.
 */
async function lookFirst({ edit }: Step, port: EditPort): Promise<Relation | null> {
  try {
    return await port.get(edit.relation, 'before')
  } catch (error) {
    if (edit.kind === 'create' && failureOf(error).kind === 'not-found') return null
    throw error
  }
}

async function runOne(at: number, steps: readonly Step[], options: RunOptions): Promise<Step> {
  const { port, onStep, force } = options
  const step = steps[at]
  if (step === undefined) throw new RangeError(`No step ${at}`)
  try {
    const there = await lookFirst(step, port)
    const judged = judge(step, there, force)
    if (judged !== null) return judged
    await onStep(at, { ...withoutFailure(step), state: 'sent' })
    return await send(step, port, there)
  } catch (error) {
    const failure = failureOf(error)
    return isStopped(failure)
      ? { ...withoutFailure(step), state: 'waiting' }
      : refuse(step, failure)
  }
}

const isOpen = ({ state }: Step): boolean =>
  state === 'waiting' || state === 'sent' || state === 'unknown'

/**
 * Runs the steps named; each is looked at, written down, sent and written down again. After a stop
 * what was not sent is waiting as before.
 */
export async function runSteps(
  all: readonly Step[],
  chosen: readonly number[],
  options: RunOptions,
): Promise<readonly Step[]> {
  const steps = [...all]
  const running = new Map<number, Promise<void>>()
  const free = [...chosen]
  const settle = async (at: number, step: Step) => {
    steps[at] = step
    await options.onStep(at, step)
  }
  const begin = async (at: number): Promise<void> => {
    const step = steps[at]
    if (step === undefined) return
    const first = step.after
    if (first !== undefined) await running.get(first)
    const before = first === undefined ? undefined : steps[first]
    // It is not known yet whether what comes first is done, so this one goes on waiting.
    if (before !== undefined && isOpen(before)) return
    if (before !== undefined && !isThere(before))
      await settle(at, refuse(step, { kind: 'needs-first' }))
    else await settle(at, await runOne(at, steps, options))
  }
  const worker = async () => {
    for (let at = free.shift(); at !== undefined; at = free.shift()) {
      if (options.signal?.aborted === true) return
      const work = begin(at)
      running.set(at, work)
      await work
    }
  }
  await Promise.all(Array.from({ length: options.concurrency }, worker))
  return steps
}
