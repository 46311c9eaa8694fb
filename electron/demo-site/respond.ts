import type { IncomingHttpHeaders } from 'node:http'
import { type Access, type Identity, isCovered } from './access'
import { apiRoute, type Caller, isApiPath } from './api/api-route'
import type { Ask, Context } from './api/ask'
import { badPath, json, refusedByGateway, type Reply, unauthorizedPage } from './api/reply'
import { bent } from './bent-answers'
import { intercepted, marked } from './interference'
import { webPage } from './web'

export type Received = {
  readonly method: string
  /** Path and query as they came. */
  readonly target: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** What stands beside the pages and the APIs: who may ask, and the sign-in for apps. */
export type Doors = {
  readonly access: Access
  readonly cloudId: string
  readonly oauth: (received: {
    readonly method: string
    readonly path: string
    readonly query: URLSearchParams
    readonly authorization: string | undefined
    readonly body: unknown
  }) => Reply | null
}

/** The path and query of a request, or null where they are none of ours. */
export function addressOf(target: string, origin: string): URL | null {
  // A target such as `//host` would otherwise name another origin.
  if (!target.startsWith('/') || target.startsWith('//')) return null
  try {
    return new URL(origin + target)
  } catch {
    return null
  }
}

/** The gateway serves the same APIs below `/ex/confluence/{cloudId}`. */
const gateway = /^\/ex\/confluence\/([^/]+)(?=\/)/
const belowGateway = (pathname: string): string => pathname.replace(gateway, '')

export const isApiCall = (address: URL | null): boolean =>
  address !== null && isApiPath(belowGateway(address.pathname).split('/').slice(1))

/** The answer to one request. `number` counts the calls of the APIs; web pages are not trapped. */
export function respond(received: Received, number: number, context: Context, doors: Doors): Reply {
  const address = addressOf(received.target, context.origin)
  const path = address && decodedPath(belowGateway(address.pathname))
  if (address === null || path === null) return badPath()
  const ask: Ask = {
    method: received.method,
    path,
    query: address.searchParams,
    headers: singleHeaders(received.headers),
    body: parsedBody(received.body),
  }
  if (!isApiCall(address)) return beside(ask, received.body, context, doors)
  const cloud = gateway.exec(address.pathname)?.[1]
  const refused =
    cloud === undefined ? refuseAtSite(ask, doors) : refuseAtGateway(ask, cloud, context, doors)
  const identity = identityOf(ask, cloud, context, doors)
  const reply =
    intercepted(context.has, number, ask.method, context.now) ??
    bent(context.has, ask.path, refused ?? apiRoute(ask, context, callerOf(identity)))
  return marked(context.has, reply)
}

/** What is no call of the APIs. */
function beside(ask: Ask, text: string, context: Context, { cloudId, oauth }: Doors): Reply {
  const path = ask.path.join('/')
  if (path === '_edge/tenant_info') return json({ cloudId })
  const { method, query, body } = ask
  const { authorization } = ask.headers
  return (
    oauth({ method, path, query, authorization, body }) ??
    webPage(
      {
        ...{ method, path: ask.path, query, body: text },
        isOwn: ask.headers['origin'] === context.origin,
      },
      context.world,
    )
  )
}

/** A token with scopes is a good one, but not here. */
const refuseAtSite = ({ headers }: Ask, { access }: Doors): Reply | null =>
  access.isScoped(headers['authorization']) ? unauthorizedPage() : null

/** Who asks, by where they ask and whether a trap has taken their token away. */
function identityOf(
  { headers }: Ask,
  cloud: string | undefined,
  { has }: Context,
  { access }: Doors,
): Identity {
  const { authorization } = headers
  const identity =
    cloud === undefined ? access.atSite(authorization) : access.atGateway(authorization)
  const isDead = has('token-revoked') && !access.isRenewed(authorization)
  return isDead && identity.kind === 'me' ? { kind: 'stranger' } : identity
}

/** The gateway checks scopes before it looks for a route. */
function refuseAtGateway(ask: Ask, cloud: string, context: Context, doors: Doors): Reply | null {
  if (cloud !== doors.cloudId) return refusedByGateway(404, 'Not Found')
  const identity = identityOf(ask, cloud, context, doors)
  if (identity.kind !== 'me') return refusedByGateway(401, 'Unauthorized')
  const [, , , resource] = ask.path
  return identity.scopes === null || isCovered(identity.scopes, ask.method, resource)
    ? null
    : {
        ...refusedByGateway(401, 'Unauthorized; scope does not match'),
        headers: { 'x-failure-category': 'FAILURE_CLIENT_SCOPE_CHECK' },
      }
}

/** Null for what a servlet container refuses: encoded slashes and broken escapes. */
function decodedPath(pathname: string): string[] | null {
  if (/%2f|%5c/i.test(pathname)) return null
  try {
    return pathname.split('/').slice(1).map(decodeURIComponent)
  } catch {
    return null
  }
}

const callerOf = ({ kind }: Identity): Caller => kind

const singleHeaders = (headers: IncomingHttpHeaders): Ask['headers'] =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, value?.toString()]))

function parsedBody(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
