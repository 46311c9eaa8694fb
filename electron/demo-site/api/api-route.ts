import { type Ask, type Context } from './ask'
import { entityRoute } from './entity-routes'
import { relationRoute } from './relation-routes'
import {
  inXml,
  json,
  noPage,
  noRoute,
  notAllowed,
  nothingThere,
  notPermitted,
  refusedByGateway,
  refusedV1,
  rejectedCaller,
  type Reply,
  text,
} from './reply'
import { searchRoute } from './search-routes'
import { anonymousV1, userV1 } from './shapes-v1'

/** Who asks, by the Authorization header: nobody sends none, a stranger a wrong one. */
export type Caller = 'me' | 'nobody' | 'stranger'

/** Whether a path, below the origin, belongs to one of the two APIs. */
export const isApiPath = ([wiki, first, second]: readonly string[]): boolean =>
  wiki === 'wiki' &&
  ((first === 'rest' && second === 'api') || (first === 'api' && second === 'v2'))

/** The answer of the two APIs to one request, before the traps that break answers on the way. */
export function apiRoute(ask: Ask, context: Context, caller: Caller): Reply {
  const [, first, , ...path] = ask.path
  const below = { ...ask, path }
  const { has } = context
  if (caller !== 'me' && !has('anonymous')) return refuseCaller(below, first === 'api', has)
  const reply =
    first === 'api'
      ? (entityRoute(below, context) ?? noPage())
      : (routeV1(below, context, caller) ?? unclaimed(ask, context))
  return reply.status === 405 && has('method-xml') ? inXml(reply, ask.method) : reply
}

const unclaimed = ({ path }: Ask, { origin, has }: Context): Reply =>
  has('no-route-page') ? noPage() : noRoute(`${origin}/${path.map(encodeURIComponent).join('/')}`)

/**
 * Measured in August and September 2026: Cloud answers 403 to a wrong token or none at the first
 * API, and 404 at the second, though its documentation says 401.
 */
function refuseCaller({ path }: Ask, isSecond: boolean, has: Context['has']): Reply {
  if (has('bad-credentials-401')) return refusedByGateway(401, 'Unauthorized')
  if (isSecond) return nothingThere()
  return path[0] === 'user' ? rejectedCaller() : notPermitted()
}

function routeV1(ask: Ask, context: Context, caller: Caller): Reply | null {
  const [resource, ...path] = ask.path
  const below = { ...ask, path }
  if (resource === 'user' && path.length === 1 && path[0] === 'current') {
    return currentUser(ask, context, caller)
  }
  switch (resource) {
    case 'search':
      return context.has('search-forbidden')
        ? refusedV1(403, 'Not permitted to search')
        : searchRoute(below, context)
    case 'relation':
      return (
        refuseRelations(ask, context) ?? refuseWrite(ask, context) ?? relationRoute(below, context)
      )
    // Removed in favour of the second API; some kinds of sign-in still get an answer, ours does not.
    case 'content':
    case 'space':
      return refusedV1(410, 'This deprecated endpoint has been removed.')
    default:
      return null
  }
}

function currentUser({ method }: Ask, { world, origin, has }: Context, caller: Caller): Reply {
  if (method !== 'GET') return notAllowed(method, 'GET')
  const isKnown = caller === 'me' && !has('anonymous')
  return json(isKnown ? userV1(world.me, origin) : anonymousV1(origin))
}

function refuseRelations({ path }: Ask, { has, origin }: Context): Reply | null {
  if (has('route-gone'))
    return noRoute(`${origin}/wiki/rest/api/${path.map(encodeURIComponent).join('/')}`)
  if (has('route-gone-page')) return noPage()
  if (has('route-gone-empty')) return { status: 404, body: '', type: '' }
  if (has('gone-410')) return refusedV1(410, 'This deprecated endpoint has been removed.')
  return has('app-access-rule')
    ? refusedV1(403, 'Access is blocked by an app access rule of your organization')
    : null
}

/** Writes need the header against forged requests, and must not look as if a browser sent them. */
function refuseWrite({ method, headers }: Ask, { has }: Context): Reply | null {
  if (method !== 'PUT' && method !== 'DELETE') return null
  const isForged =
    headers['x-atlassian-token'] !== 'no-check' ||
    /mozilla|chrome|safari|electron/i.test(headers['user-agent'] ?? '')
  if (isForged || has('xsrf')) return text('XSRF check failed', 403)
  return has('read-only')
    ? refusedV1(403, 'The signed-in person is not permitted to change relations')
    : null
}
