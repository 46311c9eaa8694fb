import type { StepEvent } from '@shared/contract'
import type { RunWanted } from './journaled'

/** The entries that are being sent, each of which can be stopped. */
export type Runs = {
  /** Runs while it is listened to, under a signal that `stop` aborts. */
  during(
    wanted: RunWanted,
    run: (signal: AbortSignal) => AsyncGenerator<StepEvent, void>,
  ): AsyncGenerator<StepEvent, void>
  /** What was not sent stays unsent; the run tells what is on its way and ends by itself. */
  stop(entry: string): void
}

export function createRuns(): Runs {
  const stops = new Map<string, Set<AbortController>>()
  return {
    during: async function* ({ entry }, run) {
      const stop = new AbortController()
      const own = stops.get(entry) ?? new Set()
      stops.set(entry, own.add(stop))
      try {
        yield* run(stop.signal)
      } finally {
        own.delete(stop)
        if (own.size === 0) stops.delete(entry)
      }
    },
    stop: (entry) => {
      for (const stop of stops.get(entry) ?? []) stop.abort()
    },
  }
}
