import { setTimeout as sleep } from 'node:timers/promises'
import PQueue from 'p-queue'
import type { Pace } from '@shared/contract'
import { FailureError } from '@shared/failure'

/** Waits in seconds, from Atlassian's advice on rate limits (page of 12 Aug 2026). */
export type PaceRules = {
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

export const defaultPace: PaceRules = {
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
  readonly rules: PaceRules
  /** How fast the site may be asked at the moment. */
  pace(): Pace
  /** Tells of each change of the pace; gives what ends the telling. */
  onPace(listener: (pace: Pace) => void): () => void
  /**
   * Runs a task when there is room. `again` puts it before tasks that were never tried. Throws
   * the failures `cancelled`, and `rate-limited` during a pause beyond patience.
   */
  run<T>(
    task: () => Promise<T>,
    options: { signal?: AbortSignal | undefined; again: boolean },
  ): Promise<T>
  /** Lets one call wait outside the queue, without a place in it. Throws `cancelled`. */
  backOff(seconds: number, signal?: AbortSignal): Promise<void>
  /** Nothing starts for so many seconds; afterwards one call at a time until some succeed. */
  pause(seconds: number): void
  /** An answer came: one more call at a time, or half of them where the site is near its limit. */
  answered(nearLimit: boolean): void
  /** Calls at a time from now on, 1 to 8. */
  setConcurrency(concurrency: number): void
  /** Every call that waits for its turn, in the queue or on its own, fails with `cancelled`. */
  cancelWaiting(): void
}

/** Timers hold no longer wait than this many ms. */
const longestTimer = 2_147_483_647

export function createLimiter(rules: PaceRules = defaultPace): Limiter {
  const queue = new PQueue({ concurrency: rules.concurrency })
  const waiting = new Set<AbortController>()
  const listeners = new Set<(pace: Pace) => void>()
  let chosen = rules.concurrency
  let until = 0
  let timer: NodeJS.Timeout | undefined

  const pace = (): Pace => {
    const paused = until > Date.now()
    return {
      state: paused ? 'paused' : 'free',
      until: paused ? new Date(until).toISOString() : null,
      inFlight: queue.pending,
      waiting: waiting.size,
      concurrency: queue.concurrency,
    }
  }
  const tell = () => {
    if (listeners.size === 0) return
    const now = pace()
    for (const listener of listeners) listener(now)
  }
  // Once a task has ended and its place is free.
  queue.on('next', tell)

  const setCurrent = (concurrency: number) => {
    if (queue.concurrency === concurrency) return
    queue.concurrency = concurrency
    tell()
  }
  const refuseLongPause = () => {
    const left = (until - Date.now()) / rules.second
    if (left > rules.patience) {
      throw new FailureError({ kind: 'rate-limited', retryAfterSeconds: Math.ceil(left) })
    }
  }
  /** Waits in a way that the call's own signal and `cancelWaiting` end. */
  const whileWaiting = async <T>(
    signal: AbortSignal | undefined,
    work: (stop: AbortSignal, begun: () => void) => Promise<T>,
  ): Promise<T> => {
    const turn = new AbortController()
    const stop = signal ? AbortSignal.any([signal, turn.signal]) : turn.signal
    if (stop.aborted) throw new FailureError({ kind: 'cancelled' })
    waiting.add(turn)
    try {
      return await work(stop, () => waiting.delete(turn))
    } catch (error) {
      if (error instanceof FailureError || !stop.aborted) throw error
      throw new FailureError({ kind: 'cancelled' }, { cause: error })
    } finally {
      waiting.delete(turn)
      tell()
    }
  }
  return {
    rules,
    pace,
    onPace: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    run: (task, { signal, again }) =>
      whileWaiting(signal, async (stop, begun) => {
        refuseLongPause()
        const start = () => {
          begun()
          tell()
          refuseLongPause()
          return task()
        }
        return await queue.add(start, { priority: again ? 1 : 0, signal: stop })
      }),
    backOff: (seconds, signal) =>
      whileWaiting(signal, async (stop) => {
        tell()
        await sleep(seconds * rules.second, undefined, { signal: stop })
      }),
    pause: (seconds) => {
      const end = Date.now() + seconds * rules.second
      if (end <= until) return
      until = end
      queue.concurrency = 1
      // Beyond patience nobody waits: what stands in the queue starts, and fails at once.
      const long = seconds > rules.patience
      if (!long) queue.pause()
      clearTimeout(timer)
      const resume = () => {
        queue.start()
        tell()
      }
      timer = setTimeout(resume, Math.min(longestTimer, Math.max(1, end - Date.now() + 1)))
      if (long) timer.unref()
      tell()
    },
    answered: (nearLimit) =>
      setCurrent(
        nearLimit
          ? Math.min(queue.concurrency, Math.max(1, Math.floor(chosen / 2)))
          : Math.min(chosen, queue.concurrency + 1),
      ),
    setConcurrency: (concurrency) => {
      const wasFree = queue.concurrency === chosen
      chosen = concurrency
      setCurrent(wasFree ? chosen : Math.min(chosen, queue.concurrency))
    },
    cancelWaiting: () => {
      for (const turn of [...waiting]) turn.abort()
    },
  }
}
