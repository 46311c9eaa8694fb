import { html, json, refusedByGateway, refusedV1, type Reply, text } from './api/reply'
import type { Trap } from './traps'

type Has = (trap: Trap) => boolean

/** Whether the answer to the call of this number comes late. */
export const isLate = (has: Has, number: number): boolean => has('slow') && number % 3 === 0

/** Whether the connection breaks instead of an answer. */
export const isReset = (has: Has, number: number): boolean => has('resets') && number % 6 === 0

/** The answer of something before Confluence, whatever was asked; null where the call gets through. */
export function intercepted(
  has: Has,
  number: number,
  method: string,
  now: () => Date,
): Reply | null {
  if (number % 5 === 0) {
    const limited = rateLimited(has, now)
    if (limited !== null) return limited
  }
  if (has('gateway-errors') && number % 7 === 0) {
    return number % 2 === 0
      ? html('502 Bad Gateway', '<h1>502 Bad Gateway</h1>', 502)
      : refusedV1(503, 'Service temporarily unavailable')
  }
  return brokenWrite(has, number, method) ?? otherwise(has, number)
}

/** A write that is refused by a fault, and not done. */
function brokenWrite(has: Has, number: number, method: string): Reply | null {
  if (!isWrite(method)) return null
  if (has('write-503') && number % 2 === 0) {
    return { ...refusedV1(503, 'Service temporarily unavailable'), headers: { 'retry-after': '1' } }
  }
  return has('write-500') && number % 5 < 2 ? refusedV1(500, 'Internal server error') : null
}

const otherwise = (has: Has, number: number): Reply | null =>
  always(has) ?? (has('xml-error') && number % 6 === 0 ? xmlError : null)

const isWrite = (method: string): boolean => method === 'PUT' || method === 'DELETE'

/** Whether what was asked for is done, and then the connection breaks. */
export const isLost = (has: Has, method: string): boolean => has('write-lost') && isWrite(method)

const xmlError: Reply = {
  status: 500,
  body: '<?xml version="1.0"?><errors><error>Internal Server Error</error></errors>',
  type: 'application/xml',
}

/** What answers every call alike. */
function always(has: Has): Reply | null {
  if (has('redirect')) {
    const headers = { location: 'https://elsewhere.example/wiki' }
    return { status: 302, body: '', type: '', headers }
  }
  if (has('captcha')) {
    const headers = { 'x-seraph-loginreason': 'AUTHENTICATION_DENIED' }
    return { ...refusedByGateway(401, 'Unauthorized'), headers }
  }
  if (has('firewall')) {
    return html('Attention Required!', '<h1>Sorry, you have been blocked</h1>', 403)
  }
  if (has('html-error')) return html('Oops', '<h1>Something went wrong</h1>', 500)
  return has('html-sign-in')
    ? html('Log in', '<h1>Log in</h1><form><label>Email <input></label></form>')
    : null
}

function rateLimited(has: Has, now: () => Date): Reply | null {
  const tooMany = json({ message: 'Rate limit exceeded', code: 429 }, 429)
  const waiting = (retryAfter: string) => ({
    ...tooMany,
    headers: { 'retry-after': retryAfter, 'ratelimit-reason': 'confluence-burst-based' },
  })
  if (has('rate-limit')) return waiting('1')
  if (has('rate-limit-date')) return waiting(new Date(now().getTime() + 1_000).toUTCString())
  if (has('rate-limit-long')) return waiting('12')
  if (has('rate-limit-zero')) return waiting('0')
  if (has('rate-limit-text')) {
    const headers = { 'ratelimit-reason': 'conf-global-based' }
    return { ...text('Too many requests', 429), headers }
  }
  return has('rate-limit-bare')
    ? { ...tooMany, headers: { 'x-failure-category': 'FAILURE_CLIENT_RATE_LIMITED' } }
    : null
}

/** The headers that say how much of the limit is left. */
export const marked = (has: Has, reply: Reply): Reply =>
  has('near-limit')
    ? {
        ...reply,
        headers: {
          ...reply.headers,
          'x-ratelimit-limit': '100',
          'x-ratelimit-remaining': '7',
          'x-ratelimit-nearlimit': 'true',
        },
      }
    : reply
