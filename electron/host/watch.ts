import { setTimeout as sleep } from 'node:timers/promises'
import type { RemoteEvent, WireCall } from '@shared/contract'
import type { Limiter, WireLog } from '../services/remote'

/** What there is to see of a profile's calls. */
export type Watched = {
  readonly limiter: Limiter
  readonly log: WireLog
  /** Aborts when there will be nothing more to see. */
  readonly closed?: AbortSignal
}

/** Changes of so many ms go together, so that a fast crawl does not drown the page. */
const gathered = 200

/**
 * The pace and the calls of a profile: first as they are, then in batches as they change. Ends
 * when the signal aborts.
 */
export async function* watch(
  { limiter, log }: Watched,
  signal: AbortSignal,
): AsyncGenerator<RemoteEvent, void> {
  const changed = { pace: false }
  let calls: WireCall[] = []
  let wake: () => void = () => undefined
  const endPace = limiter.onPace(() => {
    changed.pace = true
    wake()
  })
  const endCalls = log.onCall((call) => {
    calls.push(call)
    wake()
  })
  const onAbort = () => wake()
  const ended = () => signal.aborted
  signal.addEventListener('abort', onAbort)
  try {
    const seen = log.last()
    yield { kind: 'pace', pace: limiter.pace() }
    if (seen.length > 0) yield { kind: 'calls', calls: [...seen] }
    while (!ended()) {
      if (!changed.pace && calls.length === 0) {
        await new Promise<void>((resolve) => (wake = resolve))
      }
      await sleep(gathered, undefined, { signal }).catch(() => undefined)
      if (ended()) return
      const batch = calls
      calls = []
      if (changed.pace) {
        changed.pace = false
        yield { kind: 'pace', pace: limiter.pace() }
      }
      if (batch.length > 0) yield { kind: 'calls', calls: batch }
    }
  } finally {
    signal.removeEventListener('abort', onAbort)
    endPace()
    endCalls()
  }
}
