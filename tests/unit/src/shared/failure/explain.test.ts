import { describe, expect, it } from 'vitest'
import { assertNever, explain, Failure, FailureError } from '@shared/failure'

/** One of each kind; a new kind does not compile until it stands here. */
const samples: { [Kind in Failure['kind']]: Extract<Failure, { kind: Kind }> } = {
  'not-understood': { kind: 'not-understood', input: 'content:abc', reason: 'it is no number.' },
  'refused-address': { kind: 'refused-address', reason: 'This address belongs to Jira.' },
  'bad-credentials': { kind: 'bad-credentials', site: 'https://example.atlassian.net' },
  anonymous: { kind: 'anonymous', site: 'https://example.atlassian.net' },
  'sign-in-expired': { kind: 'sign-in-expired', site: 'https://example.atlassian.net' },
  'unconfirmed-host': { kind: 'unconfirmed-host', host: 'wiki.example.com' },
  'missing-scope': {
    kind: 'missing-scope',
    doing: 'creating relations',
    scopes: ['write:relation:confluence'],
  },
  'read-only': {
    kind: 'read-only',
    site: 'https://example.atlassian.net',
    scopes: ['write:relation:confluence'],
  },
  offline: { kind: 'offline', host: 'example.atlassian.net' },
  'untrusted-certificate': {
    kind: 'untrusted-certificate',
    host: 'example.atlassian.net',
    code: 'SELF_SIGNED_CERT_IN_CHAIN',
  },
  forbidden: { kind: 'forbidden', what: 'the page 123' },
  'not-found': { kind: 'not-found', what: 'the page 123' },
  'write-unknown': {
    kind: 'write-unknown',
    doing: 'delete',
    relation: 'explains',
    why: 'The answer was lost.',
  },
  'not-arrived': { kind: 'not-arrived', doing: 'create', relation: 'explains' },
  'made-anew': { kind: 'made-anew', relation: 'explains', by: 'Ann on 2026-11-24' },
  'needs-first': { kind: 'needs-first' },
  unsettled: { kind: 'unsettled', title: 'Deleted 3 relations.', sending: false },
  'not-supported': { kind: 'not-supported', what: 'list the relation favourite' },
  'locked-out': { kind: 'locked-out', site: 'example.atlassian.net' },
  'no-such-route': { kind: 'no-such-route', doing: 'listing pages', site: 'example.atlassian.net' },
  xsrf: { kind: 'xsrf', doing: 'creating a relation' },
  blocked: { kind: 'blocked', site: 'example.atlassian.net', status: 403 },
  'bad-request': { kind: 'bad-request', message: 'Wrong key.' },
  'rate-limited': { kind: 'rate-limited', retryAfterSeconds: 7 },
  server: { kind: 'server', status: 503, message: 'Busy.' },
  'unreadable-answer': { kind: 'unreadable-answer', status: 200, detail: 'it is HTML' },
  unreachable: { kind: 'unreachable', host: 'example.atlassian.net', code: 'ENOTFOUND' },
  timeout: { kind: 'timeout', host: 'example.atlassian.net', seconds: 30 },
  cancelled: { kind: 'cancelled' },
  rule: { kind: 'rule', sentence: 'A relation needs a name.', next: 'Type one.' },
  'unfit-file': { kind: 'unfit-file', sentence: 'This is no graph.', next: 'Choose one.' },
  'no-workspace': { kind: 'no-workspace', what: 'The file “a.relx”' },
  'not-looked-at': { kind: 'not-looked-at', what: 'The file “a.relx”' },
  'no-file': { kind: 'no-file', what: 'The workspace “a”' },
  'workspace-damaged': { kind: 'workspace-damaged', sentence: 'It is damaged.' },
  'workspace-in-use': { kind: 'workspace-in-use', what: 'The workspace “a”' },
  'shown-only': { kind: 'shown-only', why: 'newer' },
  overwritten: { kind: 'overwritten' },
  gone: { kind: 'gone', sentence: 'It is gone.', next: 'Choose another one.' },
  'unfit-name': { kind: 'unfit-name', name: 'a/b' },
  'other-site': {
    ...{ kind: 'other-site', what: 'The workspace “a”', its: 'https://a.example' },
    ...{ site: 'https://b.example', next: 'Open that site first.' },
  },
  'map-not-ready': { kind: 'map-not-ready', why: 'none' },
  arguments: { kind: 'arguments', sentence: '“x” names 2 pages.', next: 'Name it by its id.' },
  'unsafe-part': { kind: 'unsafe-part', text: 'a/b' },
  'app-refused': { kind: 'app-refused' },
  'consent-refused': { kind: 'consent-refused' },
  'consent-denied': { kind: 'consent-denied' },
  'port-taken': { kind: 'port-taken', port: 8080 },
  'other-account': { kind: 'other-account', site: 'example.atlassian.net', name: 'Ann' },
  'unknown-profile': { kind: 'unknown-profile' },
  'secret-missing': { kind: 'secret-missing', site: 'https://example.atlassian.net' },
  storage: { kind: 'storage', what: 'The list of sites' },
  'host-gone': { kind: 'host-gone' },
  keychain: { kind: 'keychain', of: 'keep', reason: 'It is locked.' },
  'too-large': { kind: 'too-large', site: 'example.atlassian.net', limit: '20 MB' },
  'no-ticket': { kind: 'no-ticket' },
  bug: { kind: 'bug', reference: 'a1b2c3' },
}

describe('explaining a failure', () => {
  it.each(Object.values(samples))('gives a sentence and a next step for $kind', (failure) => {
    const { sentence, next } = explain(failure)
    for (const words of [sentence, next]) {
      expect(words).toMatch(/^[“A-Za-z].*\.$/)
      expect(words).not.toMatch(/undefined|null|\[object|\.\./)
    }
  })

  it('says every fact that a failure holds', () => {
    // These choose a word of the sentence.
    const silent = new Set([
      'kind',
      'of:keep',
      'of:forget',
      'doing:create',
      'doing:delete',
      'sending:false',
      'why:newer',
      'why:none',
    ])
    for (const failure of Object.values(samples)) {
      const { sentence, next } = explain(failure)
      for (const [name, value] of Object.entries(failure)) {
        if (!silent.has(name) && !silent.has(`${name}:${String(value)}`))
          expect(`${sentence} ${next}`).toContain(String(value))
      }
    }
  })

  it('never advises to change a relation where a search was refused', () => {
    const refused = { kind: 'bad-request', message: 'Unsupported type.' } as const
    expect(explain({ ...refused, of: 'search' }).next).toBe(
      'Search for other words, or paste the address of the page instead.',
    )
    expect(explain({ ...refused, of: 'look-up' }).next).toBe(
      'Check the address or id and try again.',
    )
    expect(explain({ ...refused, of: 'relation' }).next).toMatch(/name or the ends/)
  })

  it('says how long to wait only where the server said it', () => {
    expect(explain({ kind: 'rate-limited', retryAfterSeconds: null }).next).toBe(
      'Wait a minute, then try again.',
    )
  })

  it('gives the next step of a refused address where it has one of its own', () => {
    const refused = { kind: 'refused-address', reason: 'A share link.' } as const
    expect(explain({ ...refused, next: 'Open it first.' }).next).toBe('Open it first.')
    expect(explain(refused).next).toBe('Use an address of the site you are connected to.')
  })
})

describe('a failure', () => {
  it.each(Object.values(samples))('of kind $kind crosses as JSON', (failure) => {
    expect(Failure.parse(JSON.parse(JSON.stringify(failure)))).toEqual(failure)
  })

  it('of an unknown kind is refused', () => {
    expect(Failure.safeParse({ kind: 'oops' }).success).toBe(false)
  })

  it('travels in an error that keeps its cause', () => {
    const cause = new Error('socket closed')
    const error = new FailureError(samples.cancelled, { cause })
    expect(error).toMatchObject({ name: 'FailureError', failure: samples.cancelled, cause })
    expect(error).toBeInstanceOf(Error)
  })

  it('without a case is a bug that is named', () => {
    expect(() => assertNever({ kind: 'oops' } as never)).toThrow('Unhandled case: {"kind":"oops"}')
  })
})
