/** Waits in seconds, from Atlassian's advice on rate limits (page of 12 Aug 2026). */
export type PaceRules = {
  readonly concurrency: number
  /** First wait after a 429 without `Retry-After`; it doubles up to `longestWait`. */
  readonly firstWait: number
  readonly longestWait: number
  /** First wait before a read is tried again for another reason; it doubles too. */
  readonly backOff: number
  readonly maxRetries: number
  /** The network comes back within so many seconds after the machine has slept. */
  readonly afterSleep: number
  /** A pause longer than this is a failure at once instead of a silent wait. */
  readonly patience: number
  /** Length of a second in ms: a test makes it short. */
  readonly second: number
}

export const defaultPace: PaceRules = {
  concurrency: 4,
  firstWait: 5,
  longestWait: 30,
  backOff: 0.5,
  maxRetries: 4,
  afterSleep: 60,
  patience: 120,
  second: 1000,
}
