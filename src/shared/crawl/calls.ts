import { type Failure, FailureError } from '../failure'
import { type Cancel, type CancelSignal, createCancel } from './cancel'

export type Answer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure }

/** The calls under way, and how many HTTP calls were made so far. */
export function createCalls(isHeld: (failure: Failure) => boolean) {
  const open = new Set<Cancel>()
  let used = 0

  /**
   * Makes a call. Its answer is landed in the same moment in which the call is over, so that
   * nobody sees one without the other. Rejects for what is no failure; abandoned calls land not.
   */
  const make = async <T extends { readonly calls: number }>(
    ask: (signal: CancelSignal) => Promise<T>,
    land: (answer: Answer<T>) => void,
  ): Promise<void> => {
    const cancel = createCancel()
    open.add(cancel)
    let answer: Answer<T>
    try {
      answer = { ok: true, value: await ask(cancel.signal) }
    } catch (error) {
      if (!open.has(cancel)) return
      if (!(error instanceof FailureError)) throw error
      answer = { ok: false, failure: error.failure }
    }
    if (!open.delete(cancel)) return
    // A failure does not say what it cost; without a price a failing crawl would be endless. One
    // that is held is asked again, so only its answer counts.
    used += answer.ok ? answer.value.calls : isHeld(answer.failure) ? 0 : 1
    land(answer)
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
