import { createListeners } from '@shared/listeners'
import { clock, type Clock } from './clock'

/**
 * Whether this machine is awake, for all that calls. Some shells are told before it sleeps; all the
 * others find out afterwards, by a clock that went on while nothing else did.
 */
export type Machine = {
  readonly isAsleep: () => boolean
  /** It is about to sleep: no call begins before `wake`. */
  readonly sleep: () => void
  readonly wake: () => void
  /** Tells when it falls asleep or wakes; gives what ends the telling. */
  readonly onChange: (listener: () => void) => () => void
  /** Keeps an eye on the clock while `work` goes on. */
  readonly during: <T>(work: () => Promise<T>) => Promise<T>
  /**
   * Whether it has slept since `began`, or woke less than `settling` ms ago: a call that was under
   * way broke of that, and the network takes a while to come back. `began` is `clock.elapsed()`.
   */
  readonly hasSleptSince: (began: number, settling: number) => boolean
}

/** ms between two looks at the clock. */
const every = 5_000
/** A look that comes so many ms late was slept through. A program that is busy is late by less. */
const late = 10_000
/** Who has been awake for so many ms since it was to sleep does not: nobody told that it woke. */
const surelyAwake = 60_000

export function createMachine({ wall, elapsed }: Clock = clock): Machine {
  const { add: onChange, tell } = createListeners()
  let asleepSince: number | null = null
  let wokeAt = Number.NEGATIVE_INFINITY
  let seen = wall()
  let watching = 0
  let timer: NodeJS.Timeout | undefined

  const wake = (): void => {
    wokeAt = elapsed()
    if (asleepSince === null) return
    asleepSince = null
    tell()
  }
  // Only the wall clock goes on in every system's sleep. Where a person sets it forward, a broken
  // call is made once more in vain: that costs less than a map that ends of a closed lid.
  const look = (): void => {
    const now = wall()
    const slept = now - seen > every + late
    seen = now
    if (slept && asleepSince === null) wake()
    // It may wake for a moment only, and whoever told of the sleep will tell of its end.
    else if (slept) asleepSince = elapsed()
    else if (asleepSince !== null && elapsed() - asleepSince > surelyAwake) wake()
  }
  return {
    isAsleep: () => asleepSince !== null,
    sleep: () => {
      if (asleepSince !== null) return
      asleepSince = elapsed()
      tell()
    },
    wake,
    onChange,
    during: async (work) => {
      watching += 1
      if (watching === 1) {
        seen = wall()
        // The calls keep the program alive, looking does not.
        timer = setInterval(look, every).unref()
      }
      try {
        return await work()
      } finally {
        watching -= 1
        if (watching === 0) clearInterval(timer)
      }
    },
    hasSleptSince: (began, settling) => {
      look()
      return asleepSince !== null || wokeAt >= began || elapsed() - wokeAt < settling
    },
  }
}
