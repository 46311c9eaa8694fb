import type { z } from 'zod'
import { type Failure, FailureError } from '@shared/failure'
import type { paths } from './api.gen'
import { type AttemptOptions, createAttempt } from './attempt'
import type { Limiter } from './limiter'
import {
  type About,
  type Asked,
  type CredentialsCheck,
  type Doubt,
  isPage,
  readRefusal,
  type Where,
} from './refusal'
import { type Query, requestTarget } from './request-target'
import { withRetries } from './retry'
import { scopesOf } from './scopes'
import type { Outcome, Sent } from './send'

type Method = 'get' | 'put' | 'post' | 'delete'

/** The path templates of the API's description that know a method. */
export type PathOf<M extends Method> = {
  [P in keyof paths]: paths[P] extends Record<M, object> ? P : never
}[keyof paths]

type OperationOf<M extends Method, P extends PathOf<M>> =
  paths[P] extends Record<M, infer O> ? O : never
type PathParams<O> = O extends { parameters: { path: infer T extends object } }
  ? { readonly path: T }
  : { readonly path?: never }
type QueryParams<O> = O extends { parameters: { query: infer T extends object } }
  ? { readonly query: Loose<T> }
  : O extends { parameters: { query?: infer T } }
    ? { readonly query?: Loose<NonNullable<T>> }
    : { readonly query?: never }
type Body<O> = O extends { requestBody: { content: { 'application/json': infer T } } }
  ? { readonly body: T }
  : { readonly body?: never }
/** A parameter that is undefined is left out, which is easier to write than to omit it. */
type Loose<T> = { readonly [K in keyof T]: T[K] | undefined }

/** Path, query and body of an operation as the API's description has them. */
export type Params<M extends Method, P extends PathOf<M>> = PathParams<OperationOf<M, P>> &
  QueryParams<OperationOf<M, P>> &
  Body<OperationOf<M, P>>

type Untyped = {
  readonly path?: Readonly<Record<string, string | number>>
  readonly query?: Query
  readonly body?: unknown
}

export type CallerOptions = Omit<AttemptOptions, 'where'> & {
  /** Where the API is: the site's origin, or the gateway with its path; without a last slash. */
  readonly apiBase: string
  /** For sentences: the site a person knows. */
  readonly siteOrigin: string
  readonly userAgent: string
  readonly limiter: Limiter
  /** Settles refusals that may be those of the credentials; absent where these are asked about. */
  readonly credentials?: CredentialsCheck
}

/** One answered call in 2xx: its status and text, not looked into. */
export type Answer = Pick<
  Extract<Outcome, { kind: 'answer' }>,
  'status' | 'text' | 'parsed' | 'named'
>

/** Makes the calls of one task, which share its signal, and counts them. */
export type Caller = {
  /** Sends one call of the description. Throws `FailureError` for anything outside 2xx. */
  send<M extends Method, P extends PathOf<M>>(
    method: M,
    path: P,
    params: Params<M, P>,
    about: About,
  ): Promise<Answer>
  /** A `send` whose JSON answer is parsed by a schema. */
  read<M extends Method, P extends PathOf<M>, S extends z.ZodType>(
    method: M,
    path: P,
    params: Params<M, P>,
    about: About & { readonly schema: S },
  ): Promise<z.output<S>>
  /** Attempts made so far, retries included. */
  calls(): number
  /** How long the site took for them, in ms; waiting for their turn, or reading, is not in it. */
  ms(): number
  /** The same without the signal: for what has to be brought to its end. */
  withoutSignal(): Caller
}

/**
 * A caller for one task. `signal` stops it, also while it waits its turn; but a write that is on
 * its way is waited for, since half of it is worse than either.
 */
export function createCaller(options: CallerOptions, signal?: AbortSignal): Caller {
  return callerUnder(options, signal, { calls: 0, ms: 0 })
}

function callerUnder(
  options: CallerOptions,
  signal: AbortSignal | undefined,
  count: { calls: number; ms: number },
): Caller {
  const where: Where = {
    site: new URL(options.siteOrigin).host,
    gateway: options.apiBase !== options.siteOrigin,
  }

  const call: Caller['send'] = async (method, path, params, about) => {
    // Params is checked against the description where it is called; inside it is plain values.
    const sent = sentOf(options, method, path, params as Untyped)
    const asked = { ...about, route: path, scopes: scopesOf(method, path) }
    // POST only reads here: it carries lists that would be too long for an address.
    const read = method === 'get' || method === 'post'
    const onTheWay = read ? signal : undefined
    const attempt = createAttempt({ ...options, where }, sent, asked, onTheWay)
    const turn = async () => {
      await options.credentials?.pass(onTheWay)
      const began = performance.now()
      const outcome = await attempt(() => (count.calls += 1))
      const readMs = outcome.kind === 'answer' ? outcome.readMs : 0
      count.ms += performance.now() - began - readMs
      // Before the turn ends, or the next call would slip out ahead of the question.
      const doubt = doubtOf(outcome, asked, where)
      if (doubt !== null) options.credentials?.settle(doubt, undefined).catch(() => undefined)
      return outcome
    }
    const outcome = await withRetries(
      turn,
      { read, signal, canAskLess: about.canAskLess },
      options.limiter,
    )
    return answerOf(outcome, asked, where, options, onTheWay)
  }
  return {
    send: call,
    read: async (method, path, params, about) =>
      parseAnswer(await call(method, path, params, about), about.schema),
    calls: () => count.calls,
    ms: () => count.ms,
    withoutSignal: () => callerUnder(options, undefined, count),
  }
}

function sentOf(options: CallerOptions, method: Method, path: string, params: Untyped): Sent {
  const url = new URL(options.apiBase + requestTarget(path, params.path, params.query))
  return {
    method: methods[method],
    url,
    headers: {
      accept: 'application/json',
      // Confluence takes writes under a browser's User-Agent for forged ones.
      'user-agent': options.userAgent,
      ...(method !== 'get' && { 'x-atlassian-token': 'no-check' }),
      ...(params.body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(params.body !== undefined && { body: JSON.stringify(params.body) }),
  }
}

const methods = { get: 'GET', put: 'PUT', post: 'POST', delete: 'DELETE' } as const

const doubtOf = (outcome: Outcome, asked: Asked, where: Where): Doubt | null =>
  outcome.kind === 'broken' || (outcome.status >= 200 && outcome.status < 300)
    ? null
    : readRefusal(outcome, asked, where).doubt

async function answerOf(
  outcome: Outcome,
  asked: Asked,
  where: Where,
  { credentials, authorization }: CallerOptions,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  if (outcome.kind === 'broken') throw new FailureError(outcome.failure)
  const { status } = outcome
  if (status >= 200 && status < 300) return outcome
  const { failure, doubt } = readRefusal(outcome, asked, where, outcome.retryAfter)
  const settled = doubt === null ? null : await settle(doubt, credentials, signal)
  const meant = settled ?? failure
  // What was renewed in vain was withdrawn.
  throw new FailureError(
    authorization.renew !== undefined && meant.kind === 'bad-credentials'
      ? { kind: 'sign-in-expired', site: where.site }
      : meant,
  )
}

const settle = async (
  doubt: Doubt,
  credentials: CredentialsCheck | undefined,
  signal: AbortSignal | undefined,
): Promise<Failure | null> => {
  if (credentials !== undefined) return credentials.settle(doubt, signal)
  return doubt.kind === 'strong' ? doubt.refused : null
}

/** Parses the JSON of an answer. Throws the failure `unreadable-answer`, which quotes nothing. */
export function parseAnswer<S extends z.ZodType>(
  { status, text, parsed: before }: Answer,
  schema: S,
): z.output<S> {
  const unreadable = (detail: string) =>
    new FailureError({ kind: 'unreadable-answer', status, detail })
  let body: unknown
  try {
    body = before === undefined ? JSON.parse(text) : before.value
  } catch {
    throw unreadable(isPage(text) ? 'it is a web page, not data' : 'it is cut short, or no JSON')
  }
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  const place = parsed.error.issues[0]?.path.join('.') ?? ''
  throw unreadable(`it has another shape than expected${place === '' ? '' : `, at ${place}`}`)
}
