import { FailureError } from '@shared/failure'

/** The calls that wait for their turn, each of which can be given up. */
export type Waiting = {
  count(): number
  /**
   * Runs `work` as a wait until it says that its turn has `begun`. `stop` ends it with the call's
   * own signal, and with `cancel` while it waits. Throws the failure `cancelled` then.
   */
  during<T>(
    signal: AbortSignal | undefined,
    work: (stop: AbortSignal, begun: () => void) => Promise<T>,
  ): Promise<T>
  /** Gives up all that wait. */
  cancel(): void
}

export function createWaiting(tell: () => void): Waiting {
  const turns = new Set<AbortController>()
  return {
    count: () => turns.size,
    during: async (signal, work) => {
      const turn = new AbortController()
      const stop = signal ? AbortSignal.any([signal, turn.signal]) : turn.signal
      if (stop.aborted) throw new FailureError({ kind: 'cancelled' })
      const ended = () => {
        if (turns.delete(turn)) tell()
      }
      turns.add(turn)
      tell()
      try {
        return await work(stop, ended)
      } catch (error) {
        if (error instanceof FailureError || !isAborted(stop)) throw error
        throw new FailureError({ kind: 'cancelled' }, { cause: error })
      } finally {
        ended()
      }
    },
    cancel: () => {
      for (const turn of [...turns]) turn.abort()
    },
  }
}

/** Asked anew: it may have changed while the work went on. */
const isAborted = (signal: AbortSignal): boolean => signal.aborted
