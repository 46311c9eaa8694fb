import { z } from 'zod'
import type { Failure } from '@shared/failure'

/** What a call was about, in words for people. */
export type About = {
  /** The thing that would be missing: `content:123`. */
  readonly what: string
  /** What was being done, after "you are not allowed to" and "Confluence cannot do this". */
  readonly doing: string
}

/** With the scopes of which the call needs some. */
export type Asked = About & { readonly scopes: readonly string[] }

type Answered = {
  readonly status: number
  readonly text: string
  /** `X-Failure-Category` of the gateway. */
  readonly failureCategory?: string | null
  /** `X-Seraph-LoginReason` of the site. */
  readonly loginReason?: string | null
}

/**
 * The failure that an answer outside 2xx stands for. Confluence is known for six shapes of error
 * body (v1 as documented and in practice, v2, the gateway, Spring's XML or HTML, plain text), so
 * only a short plain sentence is ever taken from it. `retryAfterSeconds` belongs to 429.
 */
export function readError(
  answered: Answered,
  about: Asked,
  site: string,
  retryAfterSeconds: number | null = null,
): Failure {
  const { status, text } = answered
  const message = serverMessage(text)
  switch (status) {
    case 401:
      return lacksScope(answered, message)
        ? { kind: 'missing-scope', doing: about.doing, scopes: [...about.scopes] }
        : refusedSignIn(answered, site)
    case 403:
      if (lacksScope(answered, null)) {
        return { kind: 'missing-scope', doing: about.doing, scopes: [...about.scopes] }
      }
      if (isLockedOut(answered)) return refusedSignIn(answered, site)
      return readForbidden(text, message, about, site)
    case 404:
      return { kind: 'not-found', what: about.what }
    case 405:
    case 410:
    case 501:
      return { kind: 'not-supported', what: about.doing }
    case 429:
      return { kind: 'rate-limited', retryAfterSeconds }
    default:
      return readOther(status, message)
  }
}

/** The gateway's answer to a good token without the scope for this one call. */
export const lacksScope = (
  { text, failureCategory }: Pick<Answered, 'text' | 'failureCategory'>,
  message = serverMessage(text),
): boolean =>
  failureCategory?.trim().toUpperCase() === 'FAILURE_CLIENT_SCOPE_CHECK' ||
  (message !== null && /\bscopes?\b/i.test(message))

/** After too many failed sign-ins the site wants to see a person first. */
const isLockedOut = ({ loginReason }: Answered): boolean =>
  /\bAUTHENTICATION_DENIED\b/i.test(loginReason ?? '')

const refusedSignIn = (answered: Answered, site: string): Failure =>
  isLockedOut(answered)
    ? {
        kind: 'rule',
        sentence: `${site} wants to see a person first, after too many sign-ins that failed.`,
        next: `Sign in at ${site} in your browser, where it shows a CAPTCHA, then try again here.`,
      }
    : { kind: 'bad-credentials', site }

function readForbidden(text: string, message: string | null, about: About, site: string): Failure {
  if (message !== null && /xsrf/i.test(message)) {
    return { kind: 'server', status: 403, message: 'it took the call for one of a browser (XSRF).' }
  }
  if (message !== null && /app access rule|data security polic/i.test(message)) {
    return { kind: 'forbidden', what: `${about.doing} (your organisation’s app access rule)` }
  }
  // Measured on Cloud: a wrong email or token is answered so, not by the documented 401.
  return text.includes('StacklessResponseStatusException')
    ? { kind: 'bad-credentials', site }
    : { kind: 'forbidden', what: message === null ? about.doing : `${about.doing} (“${message}”)` }
}

function readOther(status: number, message: string | null): Failure {
  if (status >= 500) {
    return { kind: 'server', status, message: message ?? 'it gave no reason.' }
  }
  if (status >= 400) {
    return { kind: 'bad-request', message: message ?? `it gave status ${status} and no reason.` }
  }
  const detail =
    status >= 300 ? 'it points to another address, which is not followed' : `status ${status}`
  return { kind: 'unreadable-answer', status, detail }
}

const ErrorBody = z.object({
  message: z.string().optional().catch(undefined),
  errors: z
    .array(
      z.object({
        title: z.string().optional().catch(undefined),
        detail: z.string().optional().catch(undefined),
      }),
    )
    .optional()
    .catch(undefined),
  data: z
    .object({
      errors: z.array(z.object({ message: z.object({ translation: z.string() }) })),
    })
    .optional()
    .catch(undefined),
})

const longest = 300

/** One plain line from an error body, or null where there is none that may be shown. */
export function serverMessage(text: string): string | null {
  const body = parsed(text)
  if (body === undefined) return plain(text)
  const read = ErrorBody.safeParse(body)
  if (!read.success) return null
  const { message, errors, data } = read.data
  const error = errors?.[0]
  const candidates = [data?.errors[0]?.message.translation, error?.detail, error?.title, message]
  for (const candidate of candidates) {
    const line = candidate === undefined ? null : plain(candidate)
    if (line !== null) return line
  }
  return null
}

function parsed(text: string): unknown {
  try {
    const body: unknown = JSON.parse(text)
    return body
  } catch {
    return undefined
  }
}

const javaPrefix = /^(?:[a-z_][\w$]*\.)+[\w$]*(?:Exception|Error)\b:?\s*/i

function plain(text: string): string | null {
  // Markup and truncated JSON tell a person nothing.
  if (/<[!?/a-z]/i.test(text) || /^\s*[[{]/.test(text)) return null
  let line = text.replace(/\p{C}+|\s+/gu, ' ').trim()
  while (javaPrefix.test(line)) line = line.replace(javaPrefix, '')
  if (line === '') return null
  return line.length > longest ? `${line.slice(0, longest - 1).trimEnd()}…` : line
}
