import PQueue from 'p-queue'
import { FailureError } from '@shared/failure'

/** Waits in seconds, from Atlassian's advice on rate limits (page of 12 Aug 2026). */
export type Pace = {
  readonly concurrency: number
  /** First wait after a 429 without `Retry-After`; it doubles up to `longestWait`. */
  readonly firstWait: number
  readonly longestWait: number
  /** First wait before a read is tried again for another reason; it doubles too. */
  readonly backOff: number
  readonly maxRetries: number
  /** A pause longer than this is a failure at once instead of a silent wait. */
  readonly patience: number
  /** Length of a second in ms: a test makes it short. */
  readonly second: number
}

export const defaultPace: Pace = {
  concurrency: 4,
  firstWait: 5,
  longestWait: 30,
  backOff: 0.5,
  maxRetries: 4,
  patience: 120,
  second: 1000,
}

/** All calls to one site pass through one limiter, so that a pause is a pause for all of them. */
export type Limiter = {
  readonly pace: Pace
  /**
   * Runs a task when there is room. `again` puts it before tasks that were never tried. Throws
   * the failures `cancelled`, and `rate-limited` during a pause beyond patience.
   */
  run<T>(
    task: () => Promise<T>,
    options: { signal?: AbortSignal | undefined; again: boolean },
  ): Promise<T>
  /** Nothing starts for so many seconds; afterwards one call at a time until some succeed. */
  pause(seconds: number): void
  succeeded(): void
}

export function createLimiter(pace: Pace = defaultPace): Limiter {
  const queue = new PQueue({ concurrency: pace.concurrency })
  let until = 0
  let timer: NodeJS.Timeout | undefined

  const refuseLongPause = () => {
    const left = (until - Date.now()) / pace.second
    if (left > pace.patience) {
      throw new FailureError({ kind: 'rate-limited', retryAfterSeconds: Math.ceil(left) })
    }
  }
  return {
    pace,
    run: async (task, { signal, again }) => {
      const stopped = () => signal?.aborted === true
      if (stopped()) throw new FailureError({ kind: 'cancelled' })
      refuseLongPause()
      try {
        const start = () => {
          refuseLongPause()
          return task()
        }
        return await queue.add(start, { priority: again ? 1 : 0, ...(signal && { signal }) })
      } catch (error) {
        if (error instanceof FailureError || !stopped()) throw error
        throw new FailureError({ kind: 'cancelled' }, { cause: error })
      }
    },
    pause: (seconds) => {
      const end = Date.now() + seconds * pace.second
      if (end <= until) return
      until = end
      queue.concurrency = 1
      // Beyond patience nobody waits: what stands in the queue starts, and fails at once.
      if (seconds > pace.patience) return
      queue.pause()
      clearTimeout(timer)
      timer = setTimeout(() => queue.start(), Math.max(0, end - Date.now()))
    },
    succeeded: () => {
      queue.concurrency = Math.min(pace.concurrency, queue.concurrency + 1)
    },
  }
}
