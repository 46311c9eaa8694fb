/** Ctrl+C, an orderly end from outside, and a terminal that was closed. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Shorter than a person's second press, in ms: a terminal and a starter may both pass one on. */
const sameMoment = 250

/**
 * Calls `stop` at the first signal that asks the program to end, and `now` at the next, which comes
 * from somebody who does not want to wait. Gives what hands the signals back to the system.
 *
 * A shell owns these signals alone: `atomically` brings in `when-exit`, which listens to them from
 * its import on and raises each again, so that one press would count for two. What it cleans up, it
 * cleans up at the event `exit` as well.
 */
export function onInterrupt(stop: () => void, now: () => void): () => void {
  let first: number | null = null
  const asked = () => {
    if (first === null) {
      first = performance.now()
      stop()
    } else if (performance.now() - first > sameMoment) now()
  }
  for (const signal of signals) process.removeAllListeners(signal).on(signal, asked)
  return () => {
    for (const signal of signals) process.off(signal, asked)
  }
}
