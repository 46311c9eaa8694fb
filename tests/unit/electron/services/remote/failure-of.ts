import { FailureError } from '@shared/failure'

/** The failure a piece of work ends with; another error as it is, null for success. */
export const failureOf = async (work: Promise<unknown>): Promise<unknown> => {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  )
  return error instanceof FailureError ? error.failure : error
}
