import { randomBytes } from 'node:crypto'
import { ORPCError } from '@orpc/server'
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
    // Input outside the contract is refused by oRPC itself, and names no value of it.
    if (error instanceof ORPCError && error.code === 'BAD_REQUEST') throw error
    throw new ORPCError('FAILURE', { data: failureOf(error, log) })
  }
}

function failureOf(error: unknown, log: (line: string) => void): Failure {
  if (error instanceof FailureError) return error.failure
  const reference = randomBytes(4).toString('hex')
  log(`Unexpected error ${reference}: ${describeError(error)}`)
  return { kind: 'bug', reference }
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
