import { type Failure, FailureError } from '@shared/failure'

/** Failures that every other call would meet too: they say nothing of one look-up. */
const ofAll: ReadonlySet<Failure['kind']> = new Set<Failure['kind']>([
  'bad-credentials',
  'anonymous',
  'locked-out',
  'sign-in-expired',
  'secret-missing',
  'unknown-profile',
  'cancelled',
  'unreachable',
  'offline',
  'untrusted-certificate',
  'host-gone',
  'bug',
])

/** The failure of one look-up, which leaves the others as they are. Throws what concerns them all. */
export function failureAlone(error: unknown): Failure {
  if (error instanceof FailureError && !ofAll.has(error.failure.kind)) return error.failure
  throw error
}

/** What is said of things that an answer does not speak of, while some of its items say nothing. */
export const itemsLacking = (count: number): Failure => ({
  kind: 'unreadable-answer',
  status: 200,
  detail:
    count === 1
      ? '1 item of its list could not be read'
      : `${count} items of its list could not be read`,
})
