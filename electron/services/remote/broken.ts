import { networkInterfaces } from 'node:os'
import type { Failure } from '@shared/failure'
import { connectSeconds } from './dispatcher'

/** What became of an attempt without a whole answer. `transient`: another try may mend it. */
export type Broken = {
  readonly kind: 'broken'
  readonly failure: Failure
  readonly transient: boolean
}

/** Breaks that come and go. A refused connection or an unknown host stays so for a while. */
const transientCodes = new Set([
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EAI_AGAIN',
  'ENETUNREACH',
  'ENETDOWN',
  'EHOSTUNREACH',
  'UND_ERR_SOCKET',
  'UND_ERR_CONNECT_TIMEOUT',
])

const timeouts = new Set(['ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT'])
const noNetwork = new Set(['ENETUNREACH', 'ENETDOWN', 'EHOSTUNREACH'])
/** A name that is not found says "no network" only where this machine has no address either. */
const noName = new Set(['EAI_AGAIN', 'ENOTFOUND'])

/** What Node says of a chain of certificates it does not trust (OpenSSL's names, and its own). */
const certificate =
  /^(?:CERT_|UNABLE_TO_|SELF_SIGNED_CERT|DEPTH_ZERO_SELF_SIGNED|INVALID_CA$|INVALID_PURPOSE$|HOSTNAME_MISMATCH$|ERR_TLS_CERT_)/

/** Tells stopped, offline, untrusted, too late and unreachable apart; `status` is null before an answer. */
export function brokenBy(error: unknown, host: string, status: number | null): Broken {
  const code = codeOf(error)
  // Our own client was closed below the call: the profile was removed, or the program ends.
  if (code === 'UND_ERR_DESTROYED' || code === 'UND_ERR_CLOSED') {
    return { kind: 'broken', failure: { kind: 'cancelled', sent: true }, transient: false }
  }
  const transient = transientCodes.has(code)
  if (status === null) return { kind: 'broken', failure: failureFor(code, host), transient }
  const detail = 'the connection broke off midway'
  return { kind: 'broken', failure: { kind: 'unreadable-answer', status, detail }, transient }
}

export function failureFor(code: string, host: string, online = hasAddress): Failure {
  if (certificate.test(code)) return { kind: 'untrusted-certificate', host, code }
  if (timeouts.has(code)) return { kind: 'timeout', host, seconds: connectSeconds }
  if (noNetwork.has(code) || (noName.has(code) && !online())) return { kind: 'offline', host }
  return { kind: 'unreachable', host, code }
}

const hasAddress = (): boolean =>
  Object.values(networkInterfaces()).some((addresses) =>
    addresses?.some(({ internal }) => !internal),
  )

/** A system or undici code such as `ENOTFOUND`; nothing else of the error is safe to show. */
function codeOf(error: unknown): string {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    const refused = /^Proxy response \((\d{3})\)/.exec(at.message)?.[1]
    if (refused !== undefined) return `PROXY_${refused}`
    const inner = at instanceof AggregateError ? at.errors.find(hasCode) : undefined
    const code = hasCode(at) ? at.code : hasCode(inner) ? inner.code : null
    if (code !== null && /^[A-Z0-9_]{3,60}$/.test(code)) return code
  }
  return 'network error'
}

const hasCode = (value: unknown): value is { code: string } =>
  typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string'
