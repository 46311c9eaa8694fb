import { type Ask, type Context } from './ask'
import { entityRoute } from './entity-routes'
import { relationRoute } from './relation-routes'
import { json, noRoute, notAllowed, refusedByGateway, refusedV1, type Reply, text } from './reply'
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
  if (caller === 'stranger' && !context.has('anonymous')) return refuseStranger(context)
  const [, first, , ...path] = ask.path
  const below = { ...ask, path }
  if (first === 'api') {
    if (caller === 'nobody') return refusedByGateway(401, 'Unauthorized')
    return entityRoute(below, context) ?? noRoute()
  }
  return routeV1(below, context, caller) ?? noRoute()
}

/** Measured: Cloud answers 403 to a wrong token, though its documentation says 401. */
const refuseStranger = ({ has }: Context): Reply =>
  has('bad-credentials-401')
    ? refusedByGateway(401, 'Unauthorized')
    : json(
        {
          statusCode: 403,
          data: { authorized: false, valid: true, errors: [], successful: false },
          message:
            'com.atlassian.confluence.impl.StacklessResponseStatusException: Request rejected because caller cannot access Confluence',
        },
        403,
      )

function routeV1(ask: Ask, context: Context, caller: Caller): Reply | null {
  const [resource, ...path] = ask.path
  const below = { ...ask, path }
  if (resource === 'user' && path.length === 1 && path[0] === 'current') {
    return currentUser(ask, context, caller)
  }
  if (caller === 'nobody') return refusedV1(403, 'Not permitted to use Confluence')
  switch (resource) {
    case 'search':
      return context.has('search-forbidden')
        ? refusedV1(403, 'Not permitted to search')
        : searchRoute(below, context)
    case 'relation':
      return refuseRelations(context) ?? refuseWrite(ask, context) ?? relationRoute(below, context)
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

function refuseRelations({ has }: Context): Reply | null {
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
