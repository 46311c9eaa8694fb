import { randomBytes } from 'node:crypto'
import { ORPCError, ValidationError } from '@orpc/server'
import { type Failure, FailureError } from '@shared/failure'

/**
 * Runs a handler so that only two things can come out of it: its value, or the contract's error
 * with a `Failure`. What nobody expected is logged under a short reference, which is all that
 * leaves the host.
 */
export async function withinBoundary<T>(
  work: () => Promise<T>,
  log: (line: string) => void,
): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw new ORPCError('FAILURE', { data: failureOf(error, log) })
  }
}

function failureOf(error: unknown, log: (line: string) => void): Failure {
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
