import { FailureError } from '@shared/failure'
import type { Authorize } from './authorize'
import type { Carrier } from './dispatcher'
import { type Asked, lacksScope, readRefusal, type Where } from './refusal'
import type { BodyReader } from './body'
import { type Outcome, send, type Sent } from './send'
import type { Attempted } from './wire-log'

export type AttemptOptions = {
  readonly authorization: Authorize
  readonly dispatcher: Carrier
  readonly timeoutMs: number
  readonly maxBytes: number
  readonly reader: BodyReader
  readonly where: Where
  readonly onAttempt?: ((attempted: Attempted) => void) | undefined
  readonly log?: ((line: string) => void) | undefined
}

/**
 * The attempts at one call, numbered from 1. An attempt that Confluence answers with 401 is made
 * once more, if the credentials can be renewed. `count` is called for each request. Throws the
 * failure `cancelled`, and those of a renewal.
 */
export function createAttempt(
  options: AttemptOptions,
  sent: Sent,
  asked: Asked,
  signal: AbortSignal | undefined,
): (count: () => void) => Promise<Outcome> {
  const { authorization, dispatcher, timeoutMs, maxBytes, where, reader, log } = options
  const { reading = null } = asked
  let attempt = 0
  let renewed = false

  const request = async (header: string): Promise<Outcome> => {
    attempt += 1
    const began = { at: new Date().toISOString(), ms: performance.now(), attempt }
    const note = (status: number | null, outcome: string) =>
      options.onAttempt?.({
        at: began.at,
        method: sent.method,
        url: sent.url.href,
        ...(sent.method === 'POST' && sent.body !== undefined && { body: sent.body }),
        status,
        outcome,
        ms: Math.round(performance.now() - began.ms),
        attempt: began.attempt,
      })
    try {
      const headers = { ...sent.headers, authorization: header }
      const sending = { dispatcher, timeoutMs, maxBytes, signal, reading, reader, log }
      const outcome = await send({ ...sent, headers }, sending)
      note(outcome.kind === 'answer' ? outcome.status : null, nameOf(outcome, asked, where))
      return outcome
    } catch (error) {
      note(null, error instanceof FailureError ? error.failure.kind : 'bug')
      throw error
    }
  }
  return async (count) => {
    const header = await authorization.header(signal)
    count()
    const outcome = await request(header)
    tellReason(outcome, log)
    if (authorization.renew === undefined || renewed || !isRefused(outcome)) return outcome
    renewed = true
    const fresh = await authorization.renew(header, signal)
    count()
    return request(fresh)
  }
}

function nameOf(outcome: Outcome, asked: Asked, where: Where): string {
  if (outcome.kind === 'broken') return outcome.failure.kind
  if (outcome.status >= 200 && outcome.status < 300) return 'ok'
  const { failure, doubt } = readRefusal(outcome, asked, where)
  return (doubt?.kind === 'strong' ? doubt.refused : failure).kind
}

const isRefused = (outcome: Outcome): boolean =>
  outcome.kind === 'answer' && outcome.status === 401 && !lacksScope(outcome)

/** Verbatim, but only where it looks like the names Atlassian gives to its limits. */
function tellReason(outcome: Outcome, log: AttemptOptions['log']): void {
  if (outcome.kind !== 'answer' || outcome.reason === null) return
  if (!/^[a-z]+(?:-[a-z]+){0,8}$/.test(outcome.reason)) return
  log?.(`Confluence limits the pace (status ${outcome.status}): ${outcome.reason}`)
}
