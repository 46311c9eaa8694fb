import { randomBytes } from 'node:crypto'
import { ORPCError, ValidationError } from '@orpc/server'
import { type Failure, FailureError } from '@shared/failure'

type Log = (line: string) => void

/**
 * Runs a handler so that only two things can come out of it: its value, or the contract's error
 * with a `Failure`. What nobody expected is logged under a short reference, which is all that
 * leaves the host. Where the value is a stream the same holds for each part of it, to its end.
 */
export async function withinBoundary<T extends { readonly output: unknown }>(
  work: () => Promise<T>,
  log: Log,
): Promise<T> {
  return bounded(async () => {
    const result = await work()
    const { output } = result
    return isStream(output) ? { ...result, output: streamWithin(output, log) } : result
  }, log)
}

/** Not a generator: one that is ended before its first part would never end the stream below. */
const streamWithin = (
  stream: AsyncIterable<unknown>,
  log: Log,
): AsyncIterableIterator<unknown, unknown, undefined> => {
  const parts = stream[Symbol.asyncIterator]()
  const within: AsyncIterableIterator<unknown, unknown, undefined> = {
    [Symbol.asyncIterator]: () => within,
    next: () => bounded(() => parts.next(), log),
    return: (value?: unknown) =>
      bounded(async () => (await parts.return?.(value)) ?? { done: true, value }, log),
    // Said by who reads: the error is theirs, so the stream is only ended.
    throw: async (error?: unknown) => {
      await bounded(async () => parts.return?.(undefined), log)
      throw error
    },
  }
  return within
}

const isStream = (value: unknown): value is AsyncIterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value

async function bounded<T>(work: () => Promise<T>, log: Log): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw new ORPCError('FAILURE', { data: failureOf(error, log) })
  }
}

function failureOf(error: unknown, log: Log): Failure {
  if (error instanceof FailureError) return error.failure
  const reference = randomBytes(4).toString('hex')
  const outside = error instanceof ORPCError && error.code === 'BAD_REQUEST'
  log(
    outside
      ? `Input outside the contract ${reference}: at ${placesOf(error.cause)}`
      : `Unexpected error ${reference}: ${describeError(error)}`,
  )
  return { kind: 'bug', reference }
}

/** Where the input differs from the contract; the values there are nobody's business. */
function placesOf(cause: unknown): string {
  if (!(cause instanceof ValidationError)) return 'an unknown place'
  const places = cause.issues.map(({ path = [] }) =>
    path.map((step) => String(typeof step === 'object' ? step.key : step)).join('.'),
  )
  return places.map((place) => (/^[\w.]{1,100}$/.test(place) ? place : 'its top')).join(', ')
}

/**
 * Class and place of an error, and of what caused it. The message is left out: it may quote what
 * was being parsed, and so a body or a header.
 */
function describeError(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  const head = [error.name, ...frames.slice(0, 12).map((line) => line.trim())].join(' ')
  return error.cause === undefined ? head : `${head}; caused by ${describeError(error.cause)}`
}
