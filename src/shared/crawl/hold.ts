import type { Failure } from '../failure'
import { type Cancel, type CancelSignal, createCancel } from './cancel'

/** What a crawl waits for instead of ending: a person who signs in, or a site that answers again. */
export type HoldFor = 'person' | 'site'
export type Hold = { readonly for: HoldFor; readonly failure: Failure }

/** Which holds a crawl may make; it ends, or a question fails, where it may not. */
export type MayHold = {
  readonly person: boolean
  /** Longest time in ms without an answer of the site; 0 never waits for it. */
  readonly siteMs: number
  /** Resolves after so many ms, or rejects when the signal aborts; the platform's own timer. */
  readonly wait: (ms: number, signal: CancelSignal) => Promise<void>
}

const byKind: Partial<Record<Failure['kind'], HoldFor>> = {
  'bad-credentials': 'person',
  anonymous: 'person',
  'sign-in-expired': 'person',
  'secret-missing': 'person',
  'locked-out': 'person',
  unreachable: 'site',
  offline: 'site',
  // A site that answers nothing at all is as gone as one that refuses.
  timeout: 'site',
}

/** Nobody was reached at all, so it says nothing of the question. */
const nobody: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'])

/** Whether it may be this one question that is not answered, by a site that answers others. */
export const mayBeItsOwn = (failure: Failure): boolean =>
  failure.kind === 'timeout' || (failure.kind === 'unreachable' && !nobody.has(failure.code))

/** What a failure may be held for; null for one that says something of its question. */
export const heldFor = (failure: Failure, may: MayHold | undefined): HoldFor | null => {
  const cause = byKind[failure.kind] ?? null
  if (may === undefined || cause === null) return null
  if (cause === 'person') return may.person ? cause : null
  return may.siteMs > 0 ? cause : null
}

const firstWait = 2_000
const longestWait = 60_000

/**
 * The waits of a crawl for its site: each twice as long as the one before, until an answer comes.
 * `again` is called after a wait; `begin` is false where waiting any longer would be too long.
 */
function createSiteWait({ siteMs, wait }: MayHold, again: () => void) {
  let waited = 0
  let next = firstWait
  let current: Cancel | null = null
  const cancel = () => {
    current?.abort()
    current = null
  }
  return {
    begin: (): boolean => {
      if (current !== null) return true
      if (waited >= siteMs) return false
      const ms = Math.min(next, siteMs - waited)
      waited += ms
      next = Math.min(next * 2, longestWait)
      const mine = createCancel()
      current = mine
      void wait(ms, mine.signal).then(
        () => {
          if (current !== mine) return
          current = null
          again()
        },
        () => undefined,
      )
      return true
    },
    cancel,
    /** The site answers again: the next time it is gone, waiting begins anew. */
    answered: (): void => {
      cancel()
      waited = 0
      next = firstWait
    },
  }
}

/** What a crawl is held for at the moment. `again` is called when it is time to ask its site again. */
export function createHolder(may: MayHold | undefined, again: () => void) {
  let held: Hold | null = null
  const site = may === undefined ? null : createSiteWait(may, again)
  return {
    now: () => held,
    /** False where waiting any longer would be too long. */
    take: (cause: Hold): boolean => {
      // A person who is asked for counts more than a site that is gone, which may be the reason.
      if (held?.for !== 'person') held = cause
      if (held.for === 'site') return site?.begin() !== false
      site?.cancel()
      return true
    },
    /** Nothing is waited for any more. */
    clear: (): void => {
      site?.cancel()
      held = null
    },
    /** What was waited for is there. */
    answered: (): void => {
      site?.answered()
      held = null
    },
  }
}
