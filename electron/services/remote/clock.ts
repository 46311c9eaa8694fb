/**
 * The one place that says what time it is for waiting. Waiting is measured by `elapsed`, which only
 * goes forward: a clock that is set back or forward must neither block a call nor let it slip out.
 * `wall` is for moments that others will read, and for ends of tokens: one that is used too late is renewed.
 */
export type Clock = {
  /** ms since some moment; never goes back, whatever is done to the clock of the machine. */
  readonly elapsed: () => number
  /** ms since 1970, as the machine has it. */
  readonly wall: () => number
}

export const clock: Clock = { elapsed: () => performance.now(), wall: () => Date.now() }
