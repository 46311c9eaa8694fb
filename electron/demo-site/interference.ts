import { html, json, refusedV1, type Reply } from './api/reply'
import type { Trap } from './traps'

type Has = (trap: Trap) => boolean

/** Milliseconds that the trap `slow` adds. */
const late = 1_500

/** Milliseconds by which the answer to the call of this number comes later. */
export const delayOf = (has: Has, number: number): number =>
  has('slow') && number % 3 === 0 ? late : 0

/** Whether the connection breaks instead of an answer. */
export const isReset = (has: Has, number: number): boolean => has('resets') && number % 6 === 0

/** The answer of something before Confluence, whatever was asked; null where the call gets through. */
export function intercepted(has: Has, number: number, now: () => Date): Reply | null {
  if (number % 5 === 0) {
    const limited = rateLimited(has, now)
    if (limited !== null) return limited
  }
  if (has('gateway-errors') && number % 7 === 0) {
    return number % 2 === 0
      ? html('502 Bad Gateway', '<h1>502 Bad Gateway</h1>', 502)
      : refusedV1(503, 'Service temporarily unavailable')
  }
  if (has('html-error')) return html('Oops', '<h1>Something went wrong</h1>', 500)
  return has('html-sign-in')
    ? html('Log in', '<h1>Log in</h1><form><label>Email <input></label></form>')
    : null
}

function rateLimited(has: Has, now: () => Date): Reply | null {
  const tooMany = json({ code: 429, message: 'Rate limit exceeded' }, 429)
  const waiting = (retryAfter: string) => ({
    ...tooMany,
    headers: { 'retry-after': retryAfter, 'ratelimit-reason': 'confluence-burst-based' },
  })
  if (has('rate-limit')) return waiting('1')
  if (has('rate-limit-date')) return waiting(new Date(now().getTime() + 1_000).toUTCString())
  return has('rate-limit-bare')
    ? { ...tooMany, headers: { 'x-failure-category': 'FAILURE_CLIENT_RATE_LIMITED' } }
    : null
}

/** The answer as it arrives. */
export const cutShort = (has: Has, reply: Reply): Reply =>
  has('cut-json') && reply.type.startsWith('application/json')
    ? { ...reply, body: reply.body.slice(0, Math.floor(reply.body.length * 0.6)) }
    : reply
