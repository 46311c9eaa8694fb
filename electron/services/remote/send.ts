import { type Dispatcher, request } from 'undici'
import { FailureError, type Failure } from '@shared/failure'

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
      readonly contentType: string
      readonly retryAfter: string | null
    }
  | { readonly kind: 'broken'; readonly failure: Failure; readonly transient: boolean }

export type SendOptions = {
  readonly dispatcher: Dispatcher
  readonly timeoutMs: number
  readonly maxBytes: number
  readonly signal?: AbortSignal | undefined
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
      dispatcher: options.dispatcher,
      signal,
    })
    status = answer.statusCode
    return {
      kind: 'answer',
      status,
      text: await readText(answer.body, options.maxBytes, status),
      contentType: first(answer.headers['content-type']) ?? '',
      retryAfter: first(answer.headers['retry-after']),
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
    return broken(error, host, status)
  }
}

const first = (header: string | string[] | undefined): string | null =>
  (Array.isArray(header) ? header[0] : header) ?? null

async function readText(
  body: AsyncIterable<unknown> & { destroy(): unknown },
  maxBytes: number,
  status: number,
): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of body) {
    if (!Buffer.isBuffer(chunk)) throw new TypeError('A body without encoding comes in buffers')
    size += chunk.length
    if (size > maxBytes) {
      body.destroy()
      const detail = `it is longer than ${Math.round(maxBytes / 1_000_000)} MB`
      throw new FailureError({ kind: 'unreadable-answer', status, detail })
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** Breaks that come and go. A refused connection or an unknown host stays so for a while. */
const transientCodes = new Set([
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EAI_AGAIN',
  'UND_ERR_SOCKET',
  'UND_ERR_CONNECT_TIMEOUT',
])

function broken(error: unknown, host: string, status: number | null): Outcome {
  const code = codeOf(error)
  // Our own client was closed below the call: the profile was removed, or the program ends.
  if (code === 'UND_ERR_DESTROYED' || code === 'UND_ERR_CLOSED') {
    return { kind: 'broken', failure: { kind: 'cancelled' }, transient: false }
  }
  const transient = transientCodes.has(code)
  return status === null
    ? { kind: 'broken', failure: { kind: 'unreachable', host, code }, transient }
    : {
        kind: 'broken',
        failure: { kind: 'unreadable-answer', status, detail: 'the connection broke off midway' },
        transient,
      }
}

/** A system or undici code such as `ENOTFOUND`; nothing else of the error is safe to show. */
function codeOf(error: unknown): string {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    const inner = at instanceof AggregateError ? at.errors.find(hasCode) : undefined
    const code = hasCode(at) ? at.code : hasCode(inner) ? inner.code : null
    if (code !== null && /^[A-Z0-9_]{3,60}$/.test(code)) return code
  }
  return 'network error'
}

const hasCode = (value: unknown): value is { code: string } =>
  typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string'
