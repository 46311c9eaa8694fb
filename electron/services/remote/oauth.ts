import { z } from 'zod'
import { FailureError } from '@shared/failure'
import { askOnce, atlassianOf } from './atlassian'
import { parseAnswer } from './call'
import type { Network } from './dispatcher'
import { editScopes } from './scopes'
import type { Outcome } from './send'

/** Tokens of an app, with the moment in ms at which the access token ends. */
export type Tokens = {
  readonly accessToken: string
  /** Null where the answer has none; the one that was used then stays good. */
  readonly refreshToken: string | null
  readonly expiresAt: number
  readonly scopes: readonly string[]
}

export type OAuthApp = { readonly clientId: string; readonly clientSecret: string }
type Way = {
  readonly siteOrigin: string
  readonly network: Network | undefined
  readonly signal: AbortSignal | undefined
}

/** Both families, since it is not settled which one the relation calls want. */
const readScopes = [
  'read:confluence-content.summary',
  'read:confluence-user',
  'search:confluence',
  'read:relation:confluence',
  'read:content-details:confluence',
  'read:content:confluence',
  'read:content.metadata:confluence',
  'read:page:confluence',
  'read:space:confluence',
  'read:user:confluence',
  'read:hierarchical-content:confluence',
  'read:whiteboard:confluence',
  'read:database:confluence',
  'read:folder:confluence',
  'read:embed:confluence',
]

/** The scopes to ask for; `offline_access` gives a refresh token. */
export const wantedScopes = (write: boolean): string[] => [
  ...readScopes,
  ...(write ? editScopes : []),
  'offline_access',
]

export const mayEdit = (scopes: readonly string[]): boolean =>
  editScopes.some((scope) => scopes.includes(scope))

/** The address at which a person allows the app to act for them. */
export function authorizeAddress(
  siteOrigin: string,
  query: {
    readonly clientId: string
    readonly redirectUri: string
    readonly state: string
    readonly write: boolean
  },
): string {
  const address = new URL('/authorize', atlassianOf(siteOrigin).auth)
  address.search = new URLSearchParams({
    audience: 'api.atlassian.com',
    client_id: query.clientId,
    scope: wantedScopes(query.write).join(' '),
    redirect_uri: query.redirectUri,
    state: query.state,
    response_type: 'code',
    prompt: 'consent',
  }).toString()
  return address.href
}

const TokenAnswer = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1).optional(),
  expires_in: z.number().positive(),
  scope: z.string().optional(),
})

const RefusedAnswer = z.object({ error: z.string() })

/** Exchanges a code for tokens. Throws the failure `rule` where app or code are refused. */
export const exchangeCode = (
  way: Way,
  { clientId, clientSecret }: OAuthApp,
  code: string,
  redirectUri: string,
): Promise<Tokens> =>
  tokens(way, {
    grant_type: 'authorization_code',
    client_id: clientId,
    client_secret: clientSecret,
    code,
    redirect_uri: redirectUri,
  })

/** Uses a refresh token up. Throws `sign-in-expired` where it is dead. */
export async function refresh(
  way: Way,
  { clientId, clientSecret }: OAuthApp,
  refreshToken: string,
): Promise<Tokens> {
  return tokens(way, {
    grant_type: 'refresh_token',
    client_id: clientId,
    client_secret: clientSecret,
    refresh_token: refreshToken,
  })
}

type TokenRequest = { readonly grant_type: string } & Readonly<Record<string, string>>

async function tokens(way: Way, body: TokenRequest): Promise<Tokens> {
  const url = new URL('/oauth/token', atlassianOf(way.siteOrigin).auth)
  const asked = Date.now()
  const outcome = await askOnce({ ...way, url, post: body })
  if (outcome.kind === 'broken') throw new FailureError(outcome.failure)
  if (outcome.status < 200 || outcome.status > 299) {
    throw refused(outcome, body.grant_type, new URL(way.siteOrigin).host)
  }
  const read = parseAnswer(outcome, TokenAnswer)
  return {
    accessToken: read.access_token,
    refreshToken: read.refresh_token ?? null,
    expiresAt: asked + read.expires_in * 1000,
    scopes: (read.scope ?? '').split(' ').filter((scope) => scope !== ''),
  }
}

function refused(
  outcome: Extract<Outcome, { kind: 'answer' }>,
  grantType: string,
  site: string,
): FailureError {
  if (outcome.status >= 500) {
    const message = 'its sign-in service does not answer as it should.'
    return new FailureError({ kind: 'server', status: outcome.status, message })
  }
  const error = errorIn(outcome.text)
  if (grantType === 'refresh_token') {
    return new FailureError(
      outcome.status === 429 || error === null
        ? { kind: 'rate-limited', retryAfterSeconds: null }
        : { kind: 'sign-in-expired', site },
    )
  }
  const isApp = outcome.status === 401 || error === 'access_denied'
  return new FailureError({ kind: isApp ? 'app-refused' : 'consent-refused' })
}

function errorIn(text: string): string | null {
  try {
    const read = RefusedAnswer.safeParse(JSON.parse(text))
    return read.success ? read.data.error : null
  } catch {
    return null
  }
}

const Resources = z.array(
  z.object({
    id: z.string().regex(/^[0-9a-f-]{36}$/i),
    url: z.string(),
    scopes: z.array(z.string()).default([]),
  }),
)

/** The scopes for a site, which must be among those that the person chose. A site is known by its id. */
export async function grantedSite(
  way: Way,
  accessToken: string,
  cloudId: string,
): Promise<string[]> {
  const url = new URL('/oauth/token/accessible-resources', atlassianOf(way.siteOrigin).gateway)
  const outcome = await askOnce({ ...way, url, bearer: accessToken })
  if (outcome.kind === 'broken') throw new FailureError(outcome.failure)
  const sites = parseAnswer(outcome, Resources)
  const own = sites.filter(({ id }) => id.toLowerCase() === cloudId.toLowerCase())
  if (own.length > 0) return [...new Set(own.flatMap(({ scopes }) => scopes))]
  const others = sites.flatMap((site) => originOf(site.url) ?? []).map((one) => new URL(one).host)
  throw new FailureError({
    kind: 'refused-address',
    reason: `You allowed the app to use ${others.join(', ') || 'no site'}, not ${new URL(way.siteOrigin).host}.`,
    next: 'Begin the sign-in again and choose this site, or connect the other one.',
  })
}

const originOf = (url: string): string | null => (URL.canParse(url) ? new URL(url).origin : null)
