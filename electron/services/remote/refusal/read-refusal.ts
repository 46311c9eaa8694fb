import type { Failure } from '@shared/failure'
import { quoted } from '@shared/text'
import type { Answered, Asked, Where } from './asked'
import { missingIn } from './missing'
import { isPage, serverMessage } from './server-message'

/** What an answer outside 2xx means. */
export type Refusal = {
  /** Its meaning while the credentials are good. */
  readonly failure: Failure
  /** Refused credentials are answered in this way too: whose account it is has to be asked. */
  readonly doubt: Doubt | null
}

/** `strong`: as measured for credentials that were refused. `weak`: it may mean that as well. */
export type Doubt = {
  readonly kind: 'strong' | 'weak'
  /** Its meaning where the credentials are refused. */
  readonly refused: Failure
}

const clear = (failure: Failure): Refusal => ({ failure, doubt: null })

/**
 * The one place that says what a refused answer means: by status, route and body. Whoever gets
 * one with a doubt asks `user/current` before believing it. `retryAfterSeconds` belongs to 429.
 */
export function readRefusal(
  answered: Answered,
  asked: Asked,
  where: Where,
  retryAfterSeconds: number | null = null,
): Refusal {
  const { status, text } = answered
  if (lacksScope(answered)) return clear(missingScope(asked))
  if ((status === 401 || status === 403) && isLockedOut(answered)) {
    return clear({ kind: 'locked-out', site: where.site })
  }
  switch (status) {
    case 401:
      return {
        // The account is good, so it is this call alone that was refused.
        failure: where.gateway ? missingScope(asked) : forbidden(asked, null),
        doubt: { kind: 'strong', refused: { kind: 'bad-credentials', site: where.site } },
      }
    case 403:
      return readForbidden(text, asked, where)
    case 404:
      return readMissing(text, asked, where)
    case 405:
    case 410:
      return clear({ kind: 'no-such-route', doing: asked.doing, site: where.site })
    case 501:
      return clear({ kind: 'not-supported', what: asked.doing })
    case 429:
      return clear({ kind: 'rate-limited', retryAfterSeconds })
    default:
      return clear(readOther(status, text, asked, where))
  }
}

/** Whether a token that is good was refused for this one call: the gateway's word for it. */
export function lacksScope({
  status,
  text,
  failureCategory,
}: Pick<Answered, 'status' | 'text' | 'failureCategory'>): boolean {
  if (failureCategory?.trim().toUpperCase() === 'FAILURE_CLIENT_SCOPE_CHECK') return true
  return status === 401 && /\bscopes?\b/i.test(serverMessage(text) ?? '')
}

const missingScope = ({ doing, scopes }: Asked): Failure => ({
  kind: 'missing-scope',
  doing,
  scopes: [...scopes],
})

const forbidden = ({ doing }: Asked, message: string | null): Failure => ({
  kind: 'forbidden',
  what: message === null ? doing : `${doing} (${quoted(message)})`,
})

/** After too many failed sign-ins the site asks for a CAPTCHA. */
const isLockedOut = ({ loginReason }: Answered): boolean =>
  /\bAUTHENTICATION_DENIED\b/i.test(loginReason ?? '')

/** Measured on Cloud: these, and not the documented 401, answer a refused or absent credential. */
const nobody = /StacklessResponseStatusException|not permitted to use Confluence/i

function readForbidden(text: string, asked: Asked, { site }: Where): Refusal {
  const message = serverMessage(text)
  if (/xsrf/i.test(message ?? '')) return clear({ kind: 'xsrf', doing: asked.doing })
  if (/app access rule|data security polic/i.test(message ?? '')) {
    return clear({
      kind: 'forbidden',
      what: `${asked.doing} (your organisation’s app access rule)`,
    })
  }
  const refused: Failure = { kind: 'bad-credentials', site }
  if (nobody.test(text)) {
    return { failure: forbidden(asked, message), doubt: { kind: 'strong', refused } }
  }
  if (isPage(text)) return clear({ kind: 'blocked', site, status: 403 })
  // Words of its own are about this call; without any it may be about who calls.
  return {
    failure: forbidden(asked, message),
    doubt: message === null ? { kind: 'weak', refused } : null,
  }
}

const usersBulk = '/wiki/api/v2/users-bulk'

function readMissing(text: string, asked: Asked, { site }: Where): Refusal {
  const missing = missingIn(text)
  const noRoute: Failure = { kind: 'no-such-route', doing: asked.doing, site }
  if (missing === 'route') return clear(noRoute)
  const failure = notThere(missing, asked, noRoute)
  if (missing === 'thing') return clear(failure)
  return { failure, doubt: { kind: 'weak', refused: { kind: 'bad-credentials', site } } }
}

function notThere(missing: 'thing' | 'unsaid', asked: Asked, noRoute: Failure): Failure {
  // Its description has 404 for those who may not see profiles; unknown ids are left out.
  if (asked.route === usersBulk) return forbidden(asked, null)
  const isList = !asked.route.includes('{')
  if (missing === 'thing') return { kind: 'not-found', what: asked.what }
  return isList ? noRoute : { kind: 'not-found', what: asked.what, unsaid: true }
}

/** Statuses that firewalls and proxies put on their page. */
const ofFirewalls = new Set([406, 407, 451])

function readOther(status: number, text: string, asked: Asked, { site }: Where): Failure {
  const message = serverMessage(text)
  if (status >= 500) {
    return { kind: 'server', status, message: message ?? 'it gave no reason.' }
  }
  if (ofFirewalls.has(status) && isPage(text)) return { kind: 'blocked', site, status }
  if (status >= 400) {
    const told = message ?? `it gave status ${status} and no reason.`
    return { kind: 'bad-request', message: told, of: subjectOf(asked.route) }
  }
  const detail =
    status >= 300 ? 'it points to another address, which is not followed' : `status ${status}`
  return { kind: 'unreadable-answer', status, detail }
}

/** What was refused, since the next step differs. */
function subjectOf(route: string): 'relation' | 'search' | 'look-up' {
  if (route.startsWith('/wiki/rest/api/relation/')) return 'relation'
  return route.startsWith('/wiki/rest/api/search') ? 'search' : 'look-up'
}
