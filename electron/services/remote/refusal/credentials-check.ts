import { type Failure, FailureError } from '@shared/failure'
import type { Doubt } from './read-refusal'

/** Tells whether the credentials of one client are still good. */
export type CredentialsCheck = {
  /**
   * Waits while that is being asked. Throws the failure they were refused with, so that no
   * further call goes out under them; after a while it is asked anew before anything else.
   */
  pass(signal: AbortSignal | undefined): Promise<void>
  /** The failure where they are refused, null where they are good or nobody can tell. */
  settle(doubt: Doubt, signal: AbortSignal | undefined): Promise<Failure | null>
}

/** Failures that say that nothing can be done with these credentials. */
const dead: ReadonlySet<Failure['kind']> = new Set<Failure['kind']>([
  'bad-credentials',
  'anonymous',
  'sign-in-expired',
  'locked-out',
])

type Options = {
  /** Asks once whose credentials these are. Throws `FailureError`. */
  readonly ask: () => Promise<unknown>
  /** How long in ms an answer is believed: a weak doubt is not asked about again, a refusal holds. */
  readonly goodFor?: number
  readonly refusedFor?: number
  /** Milliseconds that never go back. */
  readonly clock?: () => number
}

/** What asking came to. `unknown`: the network, or an answer that says nothing. */
type Verdict =
  | { readonly kind: 'good' | 'unknown'; readonly at: number }
  | { readonly kind: 'refused'; readonly at: number; readonly failure: Failure }

/**
 * All calls in doubt share one question. Failed sign-ins add up to a lockout, so a refusal is
 * remembered for a moment.
 */
export function createCredentialsCheck({
  ask,
  goodFor = 30_000,
  refusedFor = 5_000,
  clock = () => performance.now(),
}: Options): CredentialsCheck {
  let last: Verdict | null = null
  let asking: Promise<Verdict> | null = null

  const verdict = async (): Promise<Verdict> => {
    try {
      await ask()
      return { kind: 'good', at: clock() }
    } catch (error) {
      if (!(error instanceof FailureError)) throw error
      const { failure } = error
      if (dead.has(failure.kind)) return { kind: 'refused', at: clock(), failure }
      // Without the scope for this one call the token is good all the same.
      return { kind: failure.kind === 'missing-scope' ? 'good' : 'unknown', at: clock() }
    }
  }
  const once = (): Promise<Verdict> =>
    (asking ??= verdict()
      .then((came) => (last = came))
      .finally(() => (asking = null)))
  const isFresh = (age: number) => last !== null && clock() - last.at < age

  return {
    pass: async (signal) => {
      if (asking === null) {
        if (last?.kind !== 'refused') return
        if (isFresh(refusedFor)) throw new FailureError(last.failure)
      }
      const came = await unlessAborted(once(), signal)
      if (came.kind === 'refused') throw new FailureError(came.failure)
    },
    settle: async (doubt, signal) => {
      if (last?.kind === 'refused' && isFresh(refusedFor)) return last.failure
      if (doubt.kind === 'weak' && last?.kind === 'good' && isFresh(goodFor)) return null
      const came = await unlessAborted(once(), signal)
      if (came.kind === 'refused') return came.failure
      return came.kind === 'unknown' && doubt.kind === 'strong' ? doubt.refused : null
    },
  }
}

/** One caller's stop ends its own waiting, not the question that others share. */
async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work
  if (signal.aborted) throw new FailureError({ kind: 'cancelled' })
  let stop: () => void = () => undefined
  const stopped = new Promise<never>((_, reject) => {
    stop = () => reject(new FailureError({ kind: 'cancelled' }))
  })
  signal.addEventListener('abort', stop, { once: true })
  try {
    return await Promise.race([work, stopped])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}
