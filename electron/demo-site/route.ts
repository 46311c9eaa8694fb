import type { Ask, Context } from './context'
import { entityRoute } from './entity-routes'
import { humanPage } from './human-pages'
import { relationRoute } from './relation-routes'
import { html, json, refusedV1, type Reply, text } from './reply'
import { searchRoute } from './search-routes'
import { userV1 } from './shapes'

export type Credentials = { readonly email: string; readonly token: string }

/** Who asks, by the Authorization header. */
type Caller = 'me' | 'nobody' | 'stranger'

export function callerOf(header: string | undefined, { email, token }: Credentials): Caller {
  if (header === undefined) return 'nobody'
  const right = `Basic ${Buffer.from(`${email}:${token}`).toString('base64')}`
  return header === right ? 'me' : 'stranger'
}

/** The answer to one request, before the traps that break answers on the way. */
export function route(ask: Ask, context: Context, caller: Caller): Reply {
  const [wiki, rest, api, resource, ...path] = ask.path
  if (wiki !== 'wiki') return html('<title>Oops</title><h1>Page unavailable</h1>', 404)
  if (caller === 'stranger') return strangerReply(context)
  if (rest === 'api' && api === 'v2') {
    if (caller === 'nobody') return refusedV1(401, 'Unauthorized')
    return entityRoute({ ...ask, path: ask.path.slice(3) }, context) ?? noRoute()
  }
  if (rest === 'rest' && api === 'api') {
    return restRoute(resource, { ...ask, path }, context, caller) ?? noRoute()
  }
  return humanPage(ask.path.slice(1), ask.query, context)
}

/** Measured: Cloud answers 403 to a wrong token, though its documentation says 401. */
const strangerReply = (context: Context): Reply =>
  json(
    {
      statusCode: context.has('bad-credentials-401') ? 401 : 403,
      data: { authorized: false, valid: true, errors: [], successful: false },
      message:
        'com.atlassian.confluence.impl.StacklessResponseStatusException: Request rejected because caller cannot access Confluence',
    },
    context.has('bad-credentials-401') ? 401 : 403,
  )

function restRoute(
  resource: string | undefined,
  ask: Ask,
  context: Context,
  caller: Caller,
): Reply | null {
  const { world, origin } = context
  if (resource === 'user' && ask.path[0] === 'current') {
    return json(
      caller === 'me'
        ? userV1(world.me, origin)
        : { type: 'anonymous', displayName: 'Anonymous', publicName: 'Anonymous', _links: {} },
    )
  }
  if (caller === 'nobody') return refusedV1(401, 'Unauthorized')
  if (resource === 'content' || resource === 'space') {
    return refusedV1(410, 'This deprecated endpoint has been removed.')
  }
  if (resource === 'search') return searchRoute(ask, context)
  return resource === 'relation' ? (refuseWrite(ask, context) ?? relationRoute(ask, context)) : null
}

/** Writes need the token header and must not come from what looks like a browser. */
function refuseWrite({ method, headers }: Ask, context: Context): Reply | null {
  if (method === 'GET') return null
  const noCheck = headers['x-atlassian-token'] === 'no-check'
  const browser = /mozilla|chrome|safari|electron/i.test(headers['user-agent'] ?? '')
  if (!noCheck || browser) return text('XSRF check failed', 403)
  return context.has('read-only')
    ? refusedV1(403, 'Current user not permitted to change relations')
    : null
}

/** As the real server: a page, not JSON. */
const noRoute = () => html('<title>Not Found</title><h1>HTTP Status 404 – Not Found</h1>', 404)
