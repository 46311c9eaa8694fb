/** Ctrl+C, an orderly end from outside, and a terminal that was closed. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Shorter than a person's second press, in ms: a terminal and a starter may both pass one on. */
const sameMoment = 250

/**
 * Calls `stop` at the first signal that asks the program to end, and `now` at the next, which comes
 * from somebody who does not want to wait. Gives what hands the signals back to the system.
 *
 * A moment is over when what came in it has been heard: a program that was busy hears late, and a
 * timer alone would be heard before signals that were sent earlier.
 *
 * A shell owns these signals alone: `atomically` brings in `when-exit`, which listens to them from
 * its import on and raises each again, so that one press would count for two. What it cleans up, it
 * cleans up at the event `exit` as well.
 */
export function onInterrupt(stop: () => void, now: () => void): () => void {
  let state: 'running' | 'just asked' | 'asked' = 'running'
  const asked = () => {
    if (state === 'asked') now()
    if (state !== 'running') return
    state = 'just asked'
    stop()
    // Signals are heard between timers and immediates.
    setTimeout(() => setImmediate(() => (state = 'asked')), sameMoment).unref()
  }
  for (const signal of signals) process.removeAllListeners(signal).on(signal, asked)
  return () => {
    for (const signal of signals) process.off(signal, asked)
  }
}
