import type { IncomingHttpHeaders } from 'node:http'
import { apiRoute, type Caller, isApiPath } from './api/api-route'
import type { Ask, Context } from './api/ask'
import { badPath, json, type Reply } from './api/reply'
import { cutShort, intercepted } from './interference'
import { webPage } from './web'

export type Credentials = { readonly email: string; readonly token: string }

export type Received = {
  readonly method: string
  /** Path and query as they came. */
  readonly target: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
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

export const isApiCall = (address: URL | null): boolean =>
  address !== null && isApiPath(address.pathname.split('/').slice(1))

/** The answer to one request. `number` counts the calls of the APIs; web pages are not trapped. */
export function respond(
  received: Received,
  number: number,
  context: Context,
  credentials: Credentials,
): Reply {
  const address = addressOf(received.target, context.origin)
  const path = address && decodedPath(address.pathname)
  if (address === null || path === null) return badPath()
  if (!isApiCall(address)) {
    return path.join('/') === '_edge/tenant_info'
      ? json({ cloudId: '6b1d7c2e-0000-4000-8000-7e57da7a0001' })
      : webPage(received.method, path, address.searchParams, context.world)
  }
  const ask: Ask = {
    method: received.method,
    path,
    query: address.searchParams,
    headers: singleHeaders(received.headers),
    body: parsedBody(received.body),
  }
  return (
    intercepted(context.has, number, context.now) ??
    cutShort(
      context.has,
      apiRoute(ask, context, callerOf(ask.headers['authorization'], credentials)),
    )
  )
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

function callerOf(header: string | undefined, { email, token }: Credentials): Caller {
  if (header === undefined) return 'nobody'
  const right = `Basic ${Buffer.from(`${email}:${token}`).toString('base64')}`
  return header === right ? 'me' : 'stranger'
}

const singleHeaders = (headers: IncomingHttpHeaders): Ask['headers'] =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, value?.toString()]))

function parsedBody(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
