import { ORPCError } from '@orpc/client'
import { Failure, FailureError } from '@shared/failure'

/** An expected failure is a value: whoever asks has to look at both. */
export type Attempt<T> = { ok: true; value: T } | { ok: false; failure: Failure }

/** Any error that can come out of a call, as the failure it stands for. */
export function toFailure(error: unknown): Failure {
  if (error instanceof FailureError) return error.failure
  if (error instanceof ORPCError) {
    const told = Failure.safeParse(error.data)
    if (told.success) return told.data
  }
  if (error instanceof Error && error.name === 'AbortError') return { kind: 'cancelled' }
  return { kind: 'bug', reference: 'page' }
}

/** Waits for a call and turns what it throws into a failure. */
export async function attempt<T>(call: Promise<T>): Promise<Attempt<T>> {
  try {
    return { ok: true, value: await call }
  } catch (error) {
    return { ok: false, failure: toFailure(error) }
  }
}
