import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readError, serverMessage } from '../../../../../electron/services/remote/read-error'

const about = { what: 'content:1', doing: 'listing relations', scopes: ['read:x', 'classic:x'] }
const read = (status: number, body: unknown) =>
  readError(
    { status, text: typeof body === 'string' ? body : JSON.stringify(body) },
    about,
    'example.atlassian.net',
  )

describe('an error answer', () => {
  it('gives the sentence of the documented v1 shape', () => {
    const body = {
      statusCode: 400,
      data: { errors: [{ message: { translation: 'Type is wrong', args: [] } }], valid: false },
      message: 'unused',
    }
    expect(read(400, body)).toEqual({ kind: 'bad-request', message: 'Type is wrong' })
  })

  it('takes the Java class off the v1 message met in practice', () => {
    const message =
      'com.atlassian.confluence.api.service.exceptions.BadRequestException: No space with key : X'
    expect(read(400, { statusCode: 400, data: { errors: [] }, message })).toEqual({
      kind: 'bad-request',
      message: 'No space with key : X',
    })
  })

  it('reads the v2 shape', () => {
    const body = { errors: [{ status: 400, code: 'X', title: 'Bad limit', detail: null }] }
    expect(read(400, body)).toEqual({ kind: 'bad-request', message: 'Bad limit' })
  })

  it('tells a refused token from one that lacks a scope, both 401 of the gateway', () => {
    expect(read(401, { code: 401, message: 'Unauthorized' })).toEqual({
      kind: 'bad-credentials',
      site: 'example.atlassian.net',
    })
    expect(read(401, { code: 401, message: 'Unauthorized; scope does not match' })).toEqual({
      kind: 'missing-scope',
      doing: 'listing relations',
      scopes: ['read:x', 'classic:x'],
    })
    for (const status of [401, 403]) {
      const answered = { status, text: '', failureCategory: 'FAILURE_CLIENT_SCOPE_CHECK' }
      expect(readError(answered, about, 'x')).toMatchObject({ kind: 'missing-scope' })
    }
  })

  it('asks for a person where the site wants a CAPTCHA to be solved', () => {
    for (const status of [401, 403]) {
      const answered = { status, text: '', loginReason: 'AUTHENTICATION_DENIED' }
      const failure = readError(answered, about, 'example.atlassian.net')
      expect(failure).toMatchObject({ kind: 'rule' })
      expect(JSON.stringify(failure)).toContain('Sign in at example.atlassian.net in your browser')
    }
    const wrong = { status: 401, text: '', loginReason: 'AUTHENTICATED_FAILED' }
    expect(readError(wrong, about, 'x')).toEqual({ kind: 'bad-credentials', site: 'x' })
  })

  it('names the organisation’s rule that keeps programs out', () => {
    expect(read(403, { message: 'Blocked by an app access rule of your org' })).toEqual({
      kind: 'forbidden',
      what: 'listing relations (your organisation’s app access rule)',
    })
  })

  it('says that a 403 for a forged call is none of the person’s making', () => {
    expect(read(403, 'XSRF check failed')).toMatchObject({ kind: 'server', status: 403 })
  })

  it('tells refused credentials from a refused right, both 403', () => {
    const refused = 'org.springframework.web.server.StacklessResponseStatusException: 403'
    expect(read(403, { message: refused })).toMatchObject({ kind: 'bad-credentials' })
    expect(read(403, { message: 'No names here' })).toEqual({
      kind: 'forbidden',
      what: 'listing relations (“No names here”)',
    })
    expect(read(403, '')).toEqual({ kind: 'forbidden', what: 'listing relations' })
  })

  it('never shows HTML or XML', () => {
    for (const page of ['<!doctype html><h1>Oops</h1>', '<?xml version="1.0"?><e>x</e>']) {
      expect(read(500, page)).toEqual({
        kind: 'server',
        status: 500,
        message: 'it gave no reason.',
      })
    }
    expect(serverMessage(JSON.stringify({ message: '<b>hi</b>' }))).toBeNull()
  })

  it('maps the other statuses to what a person can do about them', () => {
    expect(read(404, '')).toEqual({ kind: 'not-found', what: 'content:1' })
    for (const status of [405, 410, 501]) {
      expect(read(status, '')).toEqual({ kind: 'not-supported', what: 'listing relations' })
    }
    expect(read(302, '')).toMatchObject({ kind: 'unreadable-answer', status: 302 })
    expect(readError({ status: 429, text: '' }, about, 'x', 7)).toEqual({
      kind: 'rate-limited',
      retryAfterSeconds: 7,
    })
  })

  it('is at most one short plain line, whatever came', () => {
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 2_000 }), fc.json())
    fc.assert(
      fc.property(text, (body) => {
        const message = serverMessage(body)
        if (message === null) return
        expect(message.length).toBeLessThanOrEqual(300)
        expect(message).not.toMatch(/<[!?/a-z]|[\n\r\0]/i)
      }),
    )
    expect(serverMessage('x'.repeat(10_000))).toHaveLength(300)
  })
})
