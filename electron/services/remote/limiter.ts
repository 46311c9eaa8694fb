import { setTimeout as sleep } from 'node:timers/promises'
import PQueue from 'p-queue'
import type { Pace } from '@shared/contract'
import { FailureError } from '@shared/failure'
import { createListeners } from '@shared/listeners'
import { clock } from './clock'
import { createMachine, type Machine } from './machine'
import { defaultPace, type PaceRules } from './pace-rules'
import { createWaiting, type Waiting } from './waiting'

/** All calls to one site pass through one limiter, so that a pause is a pause for all of them. */
export type Limiter = {
  readonly rules: PaceRules
  /** While it sleeps, nothing starts. */
  readonly machine: Machine
  /** How fast the site may be asked at the moment. */
  pace(): Pace
  /** Tells of each change of the pace; gives what ends the telling. */
  onPace(listener: () => void): () => void
  /**
   * Runs a task when there is room. `again` puts it before tasks that were never tried. Throws
   * the failures `cancelled`, and `rate-limited` during a pause beyond patience.
   */
  run<T>(
    task: () => Promise<T>,
    options: { signal?: AbortSignal | undefined; again: boolean },
  ): Promise<T>
  /** Lets one call wait on its own, without a place in the queue. Throws `cancelled`. */
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

export function createLimiter(
  rules: PaceRules = defaultPace,
  machine: Machine = createMachine(),
): Limiter {
  const queue = new PQueue({ concurrency: rules.concurrency })
  const { tell, add: listen } = createListeners()
  const waiting = createWaiting(tell)
  const pause = createPause(rules, () => turn())
  const turn = () => {
    if (machine.isAsleep() || pause.holds()) queue.pause()
    else queue.start()
    tell()
  }
  machine.onChange(turn)
  turn()
  let chosen = rules.concurrency

  // Once a task has ended and its place is free.
  queue.on('next', tell)
  const setCurrent = (concurrency: number) => {
    if (queue.concurrency === concurrency) return
    queue.concurrency = concurrency
    tell()
  }
  return {
    rules,
    machine,
    pace: () => ({
      ...pause.now(),
      inFlight: queue.pending,
      waiting: waiting.count(),
      concurrency: queue.concurrency,
    }),
    onPace: listen,
    run: inTurn({ queue, waiting, pause }),
    backOff: (seconds, signal) =>
      waiting.during(signal, (stop) => sleep(seconds * rules.second, undefined, { signal: stop })),
    pause: (seconds) => {
      if (!pause.begin(seconds)) return
      queue.concurrency = 1
      turn()
    },
    answered: (nearLimit) => {
      const current = queue.concurrency
      const half = Math.max(1, Math.floor(chosen / 2))
      // What was under way when the pause began says nothing of how it may go on.
      if (!nearLimit && pause.now().state === 'paused') return
      setCurrent(nearLimit ? Math.min(current, half) : Math.min(chosen, current + 1))
    },
    setConcurrency: (concurrency) => {
      const slowed = queue.concurrency < chosen
      chosen = concurrency
      setCurrent(slowed ? Math.min(chosen, queue.concurrency) : chosen)
    },
    cancelWaiting: () => waiting.cancel(),
  }
}

type Parts = {
  readonly queue: PQueue
  readonly waiting: Waiting
  readonly pause: ReturnType<typeof createPause>
}

const inTurn =
  ({ queue, waiting, pause }: Parts): Limiter['run'] =>
  (task, { signal, again }) =>
    waiting.during(signal, async (stop, begun) => {
      pause.refuseLong()
      const start = () => {
        begun()
        pause.refuseLong()
        return task()
      }
      return await queue.add(start, { priority: again ? 1 : 0, signal: stop })
    })

/** Timers hold no longer wait than this many ms. */
const longestTimer = 2_147_483_647

/** When the site may be asked again, by the clock that only goes forward; `over` is called then. */
function createPause(rules: PaceRules, over: () => void) {
  const { elapsed, wall } = clock
  let until = Number.NEGATIVE_INFINITY
  let timer: NodeJS.Timeout | undefined
  let holds = false
  const left = () => until - elapsed()
  return {
    /** Beyond patience nobody waits: what stands in the queue starts, and fails at once. */
    holds: () => holds,
    now: (): Pick<Pace, 'state' | 'until'> =>
      left() > 0
        ? { state: 'paused', until: momentIn(wall() + left()) }
        : { state: 'free', until: null },
    refuseLong: () => {
      const seconds = left() / rules.second
      if (seconds > rules.patience) {
        throw new FailureError({ kind: 'rate-limited', retryAfterSeconds: Math.ceil(seconds) })
      }
    },
    /** Does nothing, and gives false, where a longer one is under way. */
    begin: (seconds: number): boolean => {
      const wait = seconds * rules.second
      if (wait <= left()) return false
      until = elapsed() + wait
      clearTimeout(timer)
      holds = seconds <= rules.patience
      const end = () => {
        holds = false
        over()
      }
      timer = setTimeout(end, Math.min(longestTimer, Math.ceil(wait) + 1))
      // Where nobody waits for it, it does not keep the program from ending.
      if (!holds) timer.unref()
      return true
    },
  }
}

/** The last moment that a date can say. */
const endOfTime = 8_640_000_000_000_000
const momentIn = (ms: number): string => new Date(Math.min(Math.ceil(ms), endOfTime)).toISOString()
