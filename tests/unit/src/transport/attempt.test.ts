import { ORPCError } from '@orpc/client'
import { describe, expect, it } from 'vitest'
import { type Failure, FailureError } from '../../../../src/shared/failure'
import { attempt, toFailure } from '../../../../src/transport'

const failure: Failure = { kind: 'not-found', what: 'content:1' }

describe('what comes out of a call', () => {
  it('is its value where it succeeds', async () => {
    expect(await attempt(Promise.resolve(7))).toEqual({ ok: true, value: 7 })
  })

  it('is the failure that the host told', async () => {
    const told = new ORPCError('FAILURE', { data: failure })
    expect(await attempt(Promise.reject(told))).toEqual({ ok: false, failure })
  })

  it('is the failure that was met in the page', () => {
    expect(toFailure(new FailureError({ kind: 'host-gone' }))).toEqual({ kind: 'host-gone' })
  })

  it('is cancelled where somebody stopped it', () => {
    const stop = new AbortController()
    stop.abort()
    expect(toFailure(stop.signal.reason)).toEqual({ kind: 'cancelled' })
  })

  it.each([
    new Error('secret token'),
    new ORPCError('BAD_REQUEST', { message: 'secret token' }),
    new ORPCError('FAILURE', { data: { kind: 'no such kind', token: 'secret token' } }),
    'secret token',
    undefined,
    null,
  ])('is a bug otherwise, and repeats nothing of it (%#)', (error) => {
    expect(toFailure(error)).toEqual({ kind: 'bug', reference: 'page' })
  })
})
