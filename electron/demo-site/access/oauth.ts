import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { json, notAllowed, type Reply } from '../api/reply'
import type { Access } from './access'
import { consentAnswer, consentPage, scopesIn } from './consent'
import type { OAuthClient } from './oauth-client'

type Received = {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly authorization: string | undefined
  readonly body: unknown
}

type Options = {
  readonly client: OAuthClient
  readonly access: Access
  readonly cloudId: string
  readonly origin: string
}

/** Atlassian's sign-in for apps, as far as an app on this machine meets it. */
export function createOAuthServer({ client, access, cloudId, origin }: Options) {
  const codes = new Map<string, Code>()
  const newCode = (query: URLSearchParams) => () => {
    const code = randomBytes(12).toString('hex')
    const redirectUri = query.get('redirect_uri') ?? ''
    codes.set(code, { scopes: new Set(scopesIn(query)), redirectUri })
    return code
  }
  /** Null where the path is none of these. */
  return ({ method, path, query, authorization, body }: Received): Reply | null => {
    switch (path) {
      case 'authorize':
        return method === 'GET' ? consentPage(query, client) : notAllowed(method, 'GET')
      case 'authorize/accept':
        return consentAnswer(query, client, newCode(query))
      case 'authorize/cancel':
        return consentAnswer(query, client, null)
      case 'oauth/token':
        return method === 'POST' ? token(body, client, access, codes) : notAllowed(method, 'POST')
      case 'oauth/token/accessible-resources':
        return method === 'GET'
          ? resources(access, authorization, cloudId, origin)
          : notAllowed(method, 'GET')
      default:
        return null
    }
  }
}

type Code = { readonly scopes: ReadonlySet<string>; readonly redirectUri: string }

const app = { client_id: z.string(), client_secret: z.string().optional() }
const TokenRequest = z.discriminatedUnion('grant_type', [
  z.object({
    grant_type: z.literal('authorization_code'),
    code: z.string(),
    redirect_uri: z.string(),
    ...app,
  }),
  z.object({ grant_type: z.literal('refresh_token'), refresh_token: z.string(), ...app }),
])

const refused = (status: number, error: string, description: string): Reply =>
  json({ error, error_description: description }, status)

function token(
  body: unknown,
  client: OAuthClient,
  access: Access,
  codes: Map<string, Code>,
): Reply {
  const read = TokenRequest.safeParse(body)
  if (!read.success) return refused(400, 'invalid_request', 'the request is not complete')
  const { data } = read
  if (data.client_id !== client.id || data.client_secret !== client.secret) {
    return refused(401, 'access_denied', 'Unauthorized')
  }
  if (data.grant_type === 'refresh_token') {
    const scopes = access.spend(data.refresh_token)
    return scopes === null
      ? refused(403, 'unauthorized_client', 'refresh_token is invalid')
      : granted(access, scopes)
  }
  const code = codes.get(data.code)
  codes.delete(data.code)
  return code?.redirectUri === data.redirect_uri
    ? granted(access, code.scopes)
    : refused(403, 'invalid_grant', 'Invalid authorization code')
}

function granted(access: Access, scopes: ReadonlySet<string>): Reply {
  const { accessToken, refreshToken } = access.grant(scopes)
  return json({
    access_token: accessToken,
    expires_in: access.seconds,
    token_type: 'Bearer',
    scope: [...scopes].join(' '),
    ...(refreshToken !== null && { refresh_token: refreshToken }),
  })
}

function resources(
  access: Access,
  authorization: string | undefined,
  cloudId: string,
  origin: string,
): Reply {
  const who = access.atGateway(authorization)
  if (who.kind !== 'me') return json({ code: 401, message: 'Unauthorized' }, 401)
  return json([
    { id: cloudId, name: 'tern-and-tide', url: origin, scopes: [...(who.scopes ?? [])] },
  ])
}
