import { type Failure, FailureError } from '../failure'
import { type Cancel, type CancelSignal, createCancel } from './cancel'

export type Answer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure }

/** The calls under way, and how many HTTP calls were made so far. */
export function createCalls() {
  const open = new Set<Cancel>()
  let used = 0

  /** Makes a call; null where it was abandoned meanwhile. Throws only what is no failure. */
  const make = async <T extends { readonly calls: number }>(
    ask: (signal: CancelSignal) => Promise<T>,
  ): Promise<Answer<T> | null> => {
    const cancel = createCancel()
    open.add(cancel)
    try {
      const value = await ask(cancel.signal)
      if (!open.delete(cancel)) return null
      used += value.calls
      return { ok: true, value }
    } catch (error) {
      if (!open.delete(cancel)) return null
      if (!(error instanceof FailureError)) throw error
      // A failure does not say what it cost; without a price a failing crawl would be endless.
      used += 1
      return { ok: false, failure: error.failure }
    }
  }

  return {
    make,
    used: () => used,
    open: () => open.size,
    /** Aborts all that is under way; nothing of it is taken in any more. */
    abandon: (): void => {
      const left = [...open]
      open.clear()
      for (const cancel of left) cancel.abort()
    },
  }
}
