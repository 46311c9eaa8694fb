import { FailureError } from '@shared/failure'
import { type CheckAnswer, type Fact, mostCalls, shapeOf } from '@shared/site-check'
import type { CallerOptions } from '../call'
import { type Outcome, send, type Sent } from '../send'
import type { Attempted } from '../wire-log'

/** One call of a check; the path begins behind the base of the API and is encoded already. */
export type Asking = {
  readonly id: string
  readonly method?: Sent['method']
  readonly path: string
  readonly body?: unknown
  /** Reads facts off the parsed JSON; undefined where there was none. */
  readonly facts?: (body: unknown, status: number) => Readonly<Record<string, Fact>>
}

/** What came, with its text and the parsed body, which stay inside. */
export type Seen = {
  readonly answer: CheckAnswer
  readonly text: string
  readonly body: unknown
}

export type Asker = {
  /** Makes one call and notes its answer. Throws `FailureError` where none may be made any more. */
  ask(asking: Asking): Promise<Seen>
  readonly answers: readonly CheckAnswer[]
  /** Values of headers about limits, by header. */
  readonly limits: ReadonlyMap<string, ReadonlySet<string>>
  calls(): number
}

/** Waits in s before a call is made a second time after 429, where the site names none. */
const firstWait = 5

/**
 * Makes the calls of a check, one after the other through the site's limiter, and keeps count. An
 * answer is noted as it is, a refusal too: here a refusal is what is to be learnt.
 */
export function createAsker(
  options: CallerOptions,
  signal: AbortSignal | undefined,
  onCall: (calls: number) => void,
): Asker {
  const answers: CheckAnswer[] = []
  const limits = createLimits()
  let calls = 0

  const once = async (
    asking: Asking,
    attempt: number,
  ): Promise<{ outcome: Outcome; ms: number }> => {
    if (calls >= mostCalls) throw new FailureError({ kind: 'cancelled' })
    const header = await options.authorization.header(signal)
    return options.limiter.run(
      async () => {
        calls += 1
        onCall(calls)
        const began = performance.now()
        const { dispatcher, timeoutMs, maxBytes } = options
        const sending = { dispatcher, timeoutMs, maxBytes, signal }
        const sent = sentOf(asking, options)
        const headers = { ...sent.headers, authorization: header }
        const outcome = await send({ ...sent, headers }, sending)
        const ms = Math.round(performance.now() - began)
        options.onAttempt?.(attemptedOf(sent, outcome, ms, attempt))
        return { outcome, ms }
      },
      { signal, again: false },
    )
  }
  return {
    ask: async (asking) => {
      let { outcome, ms } = await once(asking, 1)
      limits.note(outcome)
      if (outcome.kind === 'answer' && outcome.status === 429) {
        options.limiter.pause(Math.max(outcome.retryAfter ?? 0, firstWait))
        ;({ outcome, ms } = await once(asking, 2))
        limits.note(outcome)
      }
      const seen = seenOf(asking, outcome, ms)
      answers.push(seen.answer)
      return seen
    },
    answers,
    limits: limits.seen,
    calls: () => calls,
  }
}

/** The call as the log of calls tells it; whether it was refused is the check's to judge. */
const attemptedOf = (sent: Sent, outcome: Outcome, ms: number, attempt: number): Attempted => ({
  at: new Date(Date.now() - ms).toISOString(),
  method: sent.method,
  url: sent.url.href,
  ...(sent.method === 'POST' && sent.body !== undefined && { body: sent.body }),
  status: outcome.kind === 'answer' ? outcome.status : null,
  outcome: outcome.kind === 'broken' ? outcome.failure.kind : 'site-check',
  ms,
  attempt,
})

/** Headers about limits, with the first few values of each. */
function createLimits() {
  const seen = new Map<string, Set<string>>()
  return {
    seen,
    note: (outcome: Outcome): void => {
      if (outcome.kind !== 'answer') return
      for (const [name, value] of Object.entries(outcome.limits)) {
        const values = seen.get(name) ?? new Set()
        if (values.size < 3) values.add(value)
        seen.set(name, values)
      }
    },
  }
}

function sentOf(asking: Asking, { apiBase, userAgent }: CallerOptions): Sent {
  const method = asking.method ?? 'GET'
  return {
    method,
    url: new URL(apiBase + asking.path),
    headers: {
      accept: 'application/json',
      'user-agent': userAgent,
      ...(method !== 'GET' && { 'x-atlassian-token': 'no-check' }),
      ...(asking.body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(asking.body !== undefined && { body: JSON.stringify(asking.body) }),
  }
}

function seenOf({ id, facts }: Asking, outcome: Outcome, ms: number): Seen {
  if (outcome.kind === 'broken') {
    const told = { id, status: null, ms, bytes: 0, body: 'none', shape: [], facts: {} }
    return { answer: told, text: '', body: undefined }
  }
  const { status, text } = outcome
  const body = parsed(text)
  return {
    answer: {
      id,
      status,
      ms,
      bytes: Buffer.byteLength(text),
      body: kindOf(text, body),
      shape: body === undefined ? [] : shapeOf(body),
      facts: { ...facts?.(body, status) },
    },
    text,
    body,
  }
}

function parsed(text: string): unknown {
  try {
    const body: unknown = JSON.parse(text)
    return body
  } catch {
    return undefined
  }
}

function kindOf(text: string, body: unknown): string {
  if (body !== undefined) return 'json'
  if (text.trim() === '') return 'none'
  if (/^\s*<\?xml/i.test(text)) return 'xml'
  return /^\s*</.test(text) ? 'html' : 'text'
}
