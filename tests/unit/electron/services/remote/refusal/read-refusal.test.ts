import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readRefusal, serverMessage } from '../../../../../../electron/services/remote/refusal'
import { type RealName, realAnswers } from '../../../../../proxy'

const relation =
  '/wiki/rest/api/relation/{relationName}/from/{sourceType}/{sourceKey}/to/{targetType}'
const site = 'example.atlassian.net'
const asked = {
  what: 'content:1',
  doing: 'listing relations',
  route: relation,
  scopes: ['read:x', 'classic:x'],
}
const where = { site, gateway: false }
const refused = { kind: 'bad-credentials', site }
const noRoute = { kind: 'no-such-route', doing: 'listing relations', site }
const notFound = { kind: 'not-found', what: 'content:1' }
const missingScope = {
  kind: 'missing-scope',
  doing: 'listing relations',
  scopes: ['read:x', 'classic:x'],
}

const refusal = (status: number, body: unknown, more: Partial<typeof asked> = {}) =>
  readRefusal(
    { status, text: typeof body === 'string' ? body : JSON.stringify(body) },
    { ...asked, ...more },
    where,
  )
const read = (status: number, body: unknown, more: Partial<typeof asked> = {}) =>
  refusal(status, body, more).failure

describe('each recorded answer', () => {
  const meaning: Record<RealName, { route?: string; means: object; doubt?: 'strong' | 'weak' }> = {
    gatewayScope: { means: missingScope },
    tomcatUnauthorized: {
      means: { kind: 'forbidden', what: 'listing relations' },
      doubt: 'strong',
    },
    accountRefused: { means: { kind: 'forbidden' }, doubt: 'strong' },
    notPermitted: { means: { kind: 'forbidden' }, doubt: 'strong' },
    v2Bare: { route: '/wiki/api/v2/folders/{id}', means: notFound, doubt: 'weak' },
    v2MissingPage: { route: '/wiki/api/v2/pages/{id}', means: notFound },
    v2MissingFolder: { route: '/wiki/api/v2/folders/{id}', means: notFound },
    nullForUri: { means: noRoute },
    productPage: { means: noRoute },
    methodNotAllowed: { means: noRoute },
    removed: { means: noRoute },
    unknownCqlType: {
      route: '/wiki/rest/api/search',
      means: {
        kind: 'bad-request',
        of: 'search',
        message: expect.stringMatching(/^Unsupported value for type, got : bogus/) as string,
      },
    },
    cqlRequired: {
      route: '/wiki/rest/api/search',
      means: { kind: 'bad-request', of: 'search', message: 'cql query parameter is required' },
    },
    noInteger: { means: { kind: 'bad-request', of: 'relation' } },
    notImplemented: { means: { kind: 'not-supported', what: 'listing relations' } },
    xsrf: { means: { kind: 'xsrf', doing: 'listing relations' } },
    burst: { means: { kind: 'rate-limited' } },
    quota: { means: { kind: 'rate-limited' } },
    conflict: {
      route: '/wiki/api/v2/pages/{id}',
      means: {
        kind: 'bad-request',
        of: 'look-up',
        message: expect.stringMatching(/^Version must be incremented/) as string,
      },
    },
    v2WrongType: {
      route: '/wiki/api/v2/pages',
      means: {
        kind: 'bad-request',
        of: 'look-up',
        message:
          'Provided value {att1} for ‘id’ is not the correct type. Expected type is long'.replaceAll(
            /[‘’]/g,
            "'",
          ),
      },
    },
  }

  it.each(Object.entries(meaning))('%s has its own meaning', (name, { route, means, doubt }) => {
    const answer: { status: number; body: string; headers?: Record<string, string> } =
      realAnswers[name as RealName]
    const told = readRefusal(
      {
        status: answer.status,
        text: answer.body,
        failureCategory: answer.headers?.['x-failure-category'] ?? null,
      },
      { ...asked, route: route ?? relation },
      where,
    )
    expect(told.failure).toMatchObject(means)
    expect(told.doubt?.kind).toBe(doubt)
    if (doubt !== undefined) expect(told.doubt?.refused).toEqual(refused)
  })
})

describe('a refused answer', () => {
  it('gives the sentence of the documented v1 shape', () => {
    const body = {
      statusCode: 400,
      data: { errors: [{ message: { translation: 'Type is wrong', args: [] } }], valid: false },
      message: 'unused',
    }
    expect(read(400, body)).toMatchObject({ kind: 'bad-request', message: 'Type is wrong' })
  })

  it('takes the Java class off the v1 message met in practice', () => {
    const message =
      'com.atlassian.confluence.api.service.exceptions.BadRequestException: No space with key : X'
    expect(read(400, { statusCode: 400, data: { errors: [] }, message })).toMatchObject({
      message: 'No space with key : X',
    })
  })

  it('tells a refused token from one that lacks a scope, both 401 of the gateway', () => {
    expect(refusal(401, { code: 401, message: 'Unauthorized' }).doubt?.refused).toEqual(refused)
    for (const status of [401, 403]) {
      const answered = { status, text: '', failureCategory: 'FAILURE_CLIENT_SCOPE_CHECK' }
      expect(readRefusal(answered, asked, where)).toEqual({ failure: missingScope, doubt: null })
    }
  })

  it('takes 401 at the gateway for a missing scope where the account is good', () => {
    const answered = { status: 401, text: '{"code":401,"message":"Unauthorized"}' }
    expect(readRefusal(answered, asked, { site, gateway: true }).failure).toEqual(missingScope)
    expect(readRefusal(answered, asked, where).failure).toMatchObject({ kind: 'forbidden' })
  })

  it('says that the site wants a CAPTCHA to be solved', () => {
    for (const status of [401, 403]) {
      const answered = { status, text: '', loginReason: 'AUTHENTICATION_DENIED' }
      expect(readRefusal(answered, asked, where)).toEqual({
        failure: { kind: 'locked-out', site },
        doubt: null,
      })
    }
    const wrong = { status: 401, text: '', loginReason: 'AUTHENTICATED_FAILED' }
    expect(readRefusal(wrong, asked, where).doubt?.refused).toEqual(refused)
  })

  it('names the organisation’s rule that keeps programs out', () => {
    expect(refusal(403, { message: 'Blocked by an app access rule of your org' })).toEqual({
      failure: {
        kind: 'forbidden',
        what: 'listing relations (your organisation’s app access rule)',
      },
      doubt: null,
    })
  })

  it('of 403 with words of its own is about this call, and without any may be about the token', () => {
    expect(refusal(403, { message: 'No names here' })).toEqual({
      failure: { kind: 'forbidden', what: 'listing relations (“No names here”)' },
      doubt: null,
    })
    expect(refusal(403, '').doubt).toEqual({ kind: 'weak', refused })
  })

  it('is a firewall’s where a web page stands in its place', () => {
    const page = '<!DOCTYPE html><html><title>Access denied</title></html>'
    for (const status of [403, 406, 451]) {
      expect(read(status, page)).toEqual({ kind: 'blocked', site, status })
    }
    expect(read(400, page)).toMatchObject({ kind: 'bad-request' })
    expect(read(500, page)).toEqual({ kind: 'server', status: 500, message: 'it gave no reason.' })
  })

  it('of 404 proves something only where it names a thing', () => {
    const prefix = 'com.atlassian.confluence.api.service.exceptions.NotFoundException: '
    expect(read(404, { statusCode: 404, message: `${prefix}No content with id 1` })).toEqual(
      notFound,
    )
    for (const body of ['', 'Not Found', '{}', '[]', 'null', '<e>404</e>', { code: 404 }]) {
      expect(read(404, body)).toEqual(noRoute)
    }
  })

  it('of 404 with a bare title at a list is no list, and at the people no right to see them', () => {
    const bare = realAnswers.v2Bare.body
    expect(refusal(404, bare, { route: '/wiki/api/v2/pages' })).toMatchObject({
      failure: noRoute,
      doubt: { kind: 'weak' },
    })
    expect(read(404, bare, { route: '/wiki/api/v2/users-bulk' })).toMatchObject({
      kind: 'forbidden',
    })
  })

  it('never shows HTML or XML', () => {
    expect(serverMessage('<?xml version="1.0"?><e>x</e>')).toBeNull()
    expect(serverMessage(JSON.stringify({ message: '<b>hi</b>' }))).toBeNull()
  })

  it('gives 429 the wait that was asked for, and does not follow to another address', () => {
    expect(read(302, '')).toMatchObject({ kind: 'unreadable-answer', status: 302 })
    expect(readRefusal({ status: 429, text: '' }, asked, where, 7).failure).toEqual({
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
