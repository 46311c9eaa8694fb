import { request } from 'undici'
import { FailureError, type Failure } from '@shared/failure'
import type { Reading } from '../markup'
import { bodyReader, type Body, type BodyReader, readBody } from './body'
import { brokenBy } from './broken'
import { clock } from './clock'
import type { Carrier } from './dispatcher'
import { retryAfterSeconds } from './retry-after'
import { secretsIn, withoutSecrets } from './scrub'

export type Sent = {
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE'
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

/** What one attempt came to. `transient`: the network broke in a way that another try may mend. */
export type Outcome =
  | {
      readonly kind: 'answer'
      readonly status: number
      readonly text: string
      readonly parsed?: Body['parsed']
      readonly named?: Body['named']
      readonly readMs: Body['readMs']
      readonly contentType: string
      /** `Retry-After`, in seconds. */
      readonly retryAfter: number | null
      /** `X-RateLimit-NearLimit`: below a fifth of what the site allows. */
      readonly nearLimit: boolean
      /** `RateLimit-Reason`, `X-Failure-Category`, `X-Seraph-LoginReason`. */
      readonly reason: string | null
      readonly failureCategory: string | null
      readonly loginReason: string | null
      /** Every header about limits, by its name in small letters. */
      readonly limits: Readonly<Record<string, string>>
    }
  | { readonly kind: 'broken'; readonly failure: Failure; readonly transient: boolean }

export type SendOptions = {
  readonly dispatcher: Carrier
  readonly timeoutMs: number
  readonly maxBytes: number
  readonly signal?: AbortSignal | undefined
  /** How bodies of pages in the answer are to be read. */
  readonly reading?: Reading | null
  readonly reader?: BodyReader
  readonly log?: ((line: string) => void) | undefined
}

/**
 * Makes one HTTP request and reads the whole answer as text. Redirects are not followed, so
 * credentials go nowhere else. Throws the failure `cancelled` when the caller's signal aborts.
 */
export async function send(sent: Sent, options: SendOptions): Promise<Outcome> {
  const timeout = AbortSignal.timeout(options.timeoutMs)
  const signal = options.signal ? AbortSignal.any([options.signal, timeout]) : timeout
  let status: number | null = null
  try {
    const answer = await request(sent.url, {
      method: sent.method,
      headers: sent.headers,
      body: sent.body ?? null,
      dispatcher: await options.dispatcher.get(),
      signal,
    })
    status = answer.statusCode
    // Whoever answers may send back what we sent; nothing behind this line knows our secrets.
    const secrets = secretsIn(sent.headers['authorization'] ?? '')
    const header = (name: string): string | null => {
      const value = first(answer.headers[name])
      return value === null ? null : withoutSecrets(value, secrets)
    }
    const { maxBytes, reader = bodyReader, log } = options
    const reading = status === 200 ? (options.reading ?? null) : null
    const bounds = { maxBytes, site: sent.url.host, secrets, reading, reader, log }
    return {
      kind: 'answer',
      status,
      ...(await readBody(answer.body, bounds)),
      contentType: header('content-type') ?? '',
      retryAfter: retryAfterSeconds(header('retry-after'), momentOf(header('date'))),
      nearLimit: header('x-ratelimit-nearlimit')?.trim().toLowerCase() === 'true',
      reason: header('ratelimit-reason'),
      failureCategory: header('x-failure-category'),
      loginReason: header('x-seraph-loginreason'),
      limits: limitsIn(Object.keys(answer.headers), header),
    }
  } catch (error) {
    if (options.signal?.aborted === true) {
      throw new FailureError({ kind: 'cancelled' }, { cause: error })
    }
    if (error instanceof FailureError) {
      return { kind: 'broken', failure: error.failure, transient: false }
    }
    const { host } = sent.url
    if (timeout.aborted) {
      const seconds = Math.round(options.timeoutMs / 1000)
      return { kind: 'broken', failure: { kind: 'timeout', host, seconds }, transient: false }
    }
    return brokenBy(error, host, status)
  }
}

/** A moment that they name is by their clock, which need not agree with ours. */
function momentOf(date: string | null): number {
  const moment = Date.parse(date ?? '')
  return Number.isNaN(moment) ? clock.wall() : moment
}

const first = (header: string | string[] | undefined): string | null =>
  (Array.isArray(header) ? header[0] : header) ?? null

/** Headers of a rate limit. A value is kept where it is a number, a date or a name of a policy. */
function limitsIn(names: readonly string[], header: (name: string) => string | null) {
  const found: Record<string, string> = {}
  for (const name of names) {
    const text = header(name)
    if (text === null || !/^(?:(?:x-)?(?:beta-)?ratelimit|(?:beta-)?retry-after)/.test(name))
      continue
    found[name] = /^[\w :;=,."+-]{1,120}$/.test(text) ? text : 'something else'
  }
  return found
}
