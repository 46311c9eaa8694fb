import { type Failure, FailureError } from '../failure'
import type { CancelSignal } from '../crawl'
import type { Relation } from '../graph'
import { isThere, type Step } from './step'

/** The server, as far as an edit needs it. Every method throws `FailureError`. */
export type EditPort = {
  get(relation: Relation): Promise<Relation | null>
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
  'cancelled',
])

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
  `${createdBy?.name ?? 'somebody'}${createdAt === undefined ? '' : ` on ${createdAt.slice(0, 10)}`}`

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
    {
      kind: 'rule',
      sentence: `This “${relation.relation}” relation was made anew by ${maker(there)}, so it was not deleted.`,
      next: 'Look at it first; delete it all the same if you mean this one.',
    },
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
    const there = await port.get(relation)
    if ((there !== null) === (kind === 'create')) {
      return { ...bare, edit: { kind, relation: there ?? relation }, state: 'confirmed' }
    }
    return refuse(step, step.failure ?? notArrived)
  } catch (error) {
    return refuse(step, failureOf(error), 'unknown')
  }
}

const notArrived: Failure = {
  kind: 'rule',
  sentence: 'The program ended before this change reached the server.',
  next: 'Make it again if you still want it.',
}

const notFirst: Failure = {
  kind: 'rule',
  sentence: 'The change that has to come before this one did not go through.',
  next: 'Retry both.',
}

async function runOne(at: number, steps: readonly Step[], options: RunOptions): Promise<Step> {
  const { port, onStep, force } = options
  const step = steps[at]
  if (step === undefined) throw new RangeError(`No step ${at}`)
  try {
    const there = await port.get(step.edit.relation)
    const judged = judge(step, there, force)
    if (judged !== null) return judged
    await onStep(at, { ...withoutFailure(step), state: 'sent' })
    return await send(step, port, there)
  } catch (error) {
    return refuse(step, failureOf(error))
  }
}

/** Runs the steps named; each is looked at, written down, sent and written down again. */
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
    if (before !== undefined && !isThere(before)) await settle(at, refuse(step, notFirst))
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
