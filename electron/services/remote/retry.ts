import { clock } from './clock'
import type { Limiter } from './limiter'
import type { PaceRules } from './pace-rules'
import type { Outcome } from './send'

type Decision =
  | { readonly kind: 'done' }
  /** The whole site waits. */
  | { readonly kind: 'pause'; readonly seconds: number }
  /** Only this call waits. */
  | { readonly kind: 'back-off'; readonly seconds: number }

/** After a sleep, until the network is back. */
const soonAgain: Decision = { kind: 'back-off', seconds: 2 }

const passing = new Set([502, 503, 504])

/** A call as far as its retries have to know it; `canAskLess`: a smaller one would follow instead. */
type Call = { readonly read: boolean; readonly canAskLess?: boolean | undefined }

/**
 * What to do after an attempt; `tried` counts the attempts made. Reads are tried again after 429,
 * 502, 503, 504 and broken connections; writes after 429, and after 503 only where the server
 * says when. 501 and the other 4xx never change by asking again.
 */
export function decide(
  outcome: Outcome,
  call: Call & { readonly tried: number },
  pace: PaceRules,
  random: number,
): Decision {
  if (call.tried > pace.maxRetries) return { kind: 'done' }
  const doubled = 2 ** (call.tried - 1)
  const backOff = pace.backOff * doubled * (0.7 + 0.6 * random)
  if (outcome.kind === 'broken') {
    return mayMend(outcome, call) ? { kind: 'back-off', seconds: backOff } : { kind: 'done' }
  }
  const named = outcome.retryAfter
  // 0 and dates that are past occur. What the server asks for may be stretched, never shortened.
  const asked = named === null ? null : Math.max(named, pace.backOff * doubled) * (1 + 0.3 * random)
  if (outcome.status === 429) {
    const own = Math.min(pace.firstWait * doubled, pace.longestWait) * (0.7 + 0.6 * random)
    return { kind: 'pause', seconds: asked ?? own }
  }
  if (outcome.status === 503 && asked !== null) return { kind: 'pause', seconds: asked }
  return passing.has(outcome.status) && call.read && call.canAskLess !== true
    ? { kind: 'back-off', seconds: backOff }
    : { kind: 'done' }
}

/** Whether the same attempt, made once more, may get through where the network broke. */
const mayMend = (
  { transient, failure }: Extract<Outcome, { readonly kind: 'broken' }>,
  { read, canAskLess }: Call,
): boolean => transient && read && !(canAskLess === true && failure.kind === 'timeout')

/** What a network that comes and goes does to a call; certificates and answers are none of it. */
const ofTheNetwork: ReadonlySet<string> = new Set(['unreachable', 'offline', 'timeout'])

/**
 * Whether a read broke because the machine slept meanwhile, or has woken just now. It says nothing
 * of the site, so the read is made again for as long as the network may take to come back. A write
 * may have been done: whether it was is found out as after any answer that was lost.
 */
const brokeInSleep = (
  outcome: Outcome,
  { read }: Call,
  began: number,
  { machine, rules }: Limiter,
): boolean =>
  outcome.kind === 'broken' &&
  read &&
  (outcome.transient || ofTheNetwork.has(outcome.failure.kind)) &&
  machine.hasSleptSince(began, rules.afterSleep * rules.second)

/** The signal of a caller until a turn has begun: what is on its way then is waited for. */
function untilBegun(signal: AbortSignal | undefined) {
  const waiting = new AbortController()
  const stop = () => waiting.abort()
  if (signal?.aborted === true) stop()
  signal?.addEventListener('abort', stop, { once: true })
  return { signal: waiting.signal, begun: () => signal?.removeEventListener('abort', stop) }
}

/**
 * Runs attempts through the limiter until one is final. The signal ends a read at any time, and a
 * write only while it waits for its turn.
 */
export const withRetries = (
  attempt: () => Promise<Outcome>,
  call: Call & { readonly signal?: AbortSignal | undefined },
  limiter: Limiter,
): Promise<Outcome> => limiter.machine.during(() => tries(attempt, call, limiter))

async function tries(
  attempt: () => Promise<Outcome>,
  call: Call & { readonly signal?: AbortSignal | undefined },
  limiter: Limiter,
): Promise<Outcome> {
  let tried = 0
  for (let again = false; ; again = true) {
    const waiting = untilBegun(call.signal)
    const turn = async () => {
      if (!call.read) waiting.begun()
      const began = clock.elapsed()
      const outcome = await attempt()
      if (brokeInSleep(outcome, call, began, limiter)) return { outcome, decision: soonAgain }
      tried += 1
      const decision = decide(outcome, { ...call, tried }, limiter.rules, Math.random())
      // Before the turn ends, or the next call would slip out ahead of the pause.
      if (decision.kind === 'pause') limiter.pause(decision.seconds)
      else if (outcome.kind === 'answer') pacedBy(outcome, limiter)
      return { outcome, decision }
    }
    const options = { signal: waiting.signal, again }
    const { outcome, decision } = await limiter.run(turn, options).finally(waiting.begun)
    if (decision.kind === 'back-off') {
      await limiter.backOff(decision.seconds, call.signal)
    } else if (decision.kind === 'done') {
      return outcome
    }
  }
}

/** Errors say nothing of the pace, unless the site adds that it is near its limit. */
function pacedBy({ status, nearLimit }: Extract<Outcome, { kind: 'answer' }>, limiter: Limiter) {
  if (nearLimit || status < 400) limiter.answered(nearLimit)
}
