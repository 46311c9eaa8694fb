import { timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

/** The names under which this machine reaches itself; any other Host is a rebinding attack. */
export const ownHosts = (port: number): readonly string[] => [
  `127.0.0.1:${port}`,
  `localhost:${port}`,
]

export const isOwnHost = (headers: IncomingHttpHeaders, port: number): boolean =>
  headers.host !== undefined && ownHosts(port).includes(headers.host.toLowerCase())

/** A browser always says where a page comes from; a page of another site must not talk to us. */
export const isOwnOrigin = (headers: IncomingHttpHeaders, port: number): boolean =>
  headers.origin !== undefined &&
  ownHosts(port).some((host) => headers.origin?.toLowerCase() === `http://${host}`)

/** Compares in a time that does not tell how much was right. */
export function isKey(given: string | undefined, key: string): boolean {
  if (given === undefined) return false
  const left = Buffer.from(given)
  const right = Buffer.from(key)
  return left.length === right.length && timingSafeEqual(left, right)
}

/** The key travels as a WebSocket subprotocol: browsers let a page set nothing else. */
export function keyOf(headers: IncomingHttpHeaders): string | undefined {
  const offered = headers['sec-websocket-protocol']?.split(',').map((name) => name.trim()) ?? []
  return offered[0] === 'relation-explorer' ? offered[1] : undefined
}
