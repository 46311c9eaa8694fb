import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Described, FoundPage } from '@shared/contract'
import { explain, FailureError } from '@shared/failure'
import { Entity, Relation } from '@shared/graph'
import type { RemoteClient } from '../../../../../electron/services/remote'
// The parsers themselves, below the door: a body needs no network to be strange.
import { readRefusal } from '../../../../../electron/services/remote/refusal'
import { clientFor, content, serve } from './serve'

/** `npm run test:long` asks each of them ten thousand times. */
const runs = process.env['LONG_TESTS'] === '1' ? 10_000 : 300

const user = { type: 'known', accountId: 'a:1', displayName: 'Ann', publicName: 'Ann' }
const page = { id: '1', type: 'page', status: 'current', title: 'One', _links: { webui: '/x' } }
const relation = {
  name: 'link',
  relationData: { createdBy: user, createdDate: '2026-01-01T00:00:00.000Z' },
  source: page,
  target: { ...page, id: '2' },
  _expandable: { source: '/rest/api/content/1' },
  _links: { self: 'x' },
}
const bodies: readonly unknown[] = [
  { results: [relation], start: 0, limit: 25, size: 1, _links: { next: '/x?start=1', base: 'b' } },
  relation,
  { results: [{ ...page, spaceId: '9', authorId: 'a:1', createdAt: 'x' }], _links: {} },
  { results: [{ id: '9', key: 'DOC', name: 'Docs', _links: {} }], _links: { next: '/y?cursor=c' } },
  { results: [user], _links: {} },
  { results: { '1': 'page' } },
  { results: [{ title: 'x', content: page, excerpt: '', entityType: 'content' }], _links: {} },
  user,
  {
    statusCode: 404,
    data: { errors: [{ message: { translation: 'x', args: [] } }] },
    message: 'm',
  },
  { errors: [{ status: 404, code: 'N', title: 'T', detail: 'D' }] },
  { code: 401, message: 'Unauthorized; scope does not match' },
]

const strange: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    -1,
    1e308,
    '',
    [],
    {},
    'word',
    '<b>x</b>',
    '\ud800',
    '../..',
  ),
  fc.jsonValue({ maxDepth: 3 }),
)

/** A body in which some values are swapped, dropped or doubled. */
const mutated: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...bodies), fc.array(fc.tuple(fc.nat(60), strange), { maxLength: 4 }))
  .map(([body, changes]) => {
    let count = 0
    const replaced = new Map(changes)
    return JSON.stringify(body, (_key, value: unknown) => {
      count += 1
      return replaced.has(count) ? replaced.get(count) : value
    })
  })
const anyBody: fc.Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: mutated },
  { weight: 1, arbitrary: fc.json() },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '<html><h1>Log in</h1></html>',
      '<?xml version="1.0"?><errors/>',
      'XSRF check failed',
      '{"results":[',
      '{"message":"<b>no</b>"}',
    ),
  },
  { weight: 1, arbitrary: mutated.map((text) => text.slice(0, Math.floor(text.length / 2))) },
)
const anyType = fc.constantFrom('application/json', 'text/html', 'application/xml', '')

function expectSentence(error: unknown): void {
  if (!(error instanceof FailureError)) throw error
  const { sentence, next } = explain(error.failure)
  for (const words of [sentence, next]) {
    expect(words.length).toBeLessThan(700)
    expect(words).not.toMatch(/[\n\r]|<[a-z!/]/i)
  }
}

const operations: Readonly<Record<string, (client: RemoteClient) => Promise<unknown>>> = {
  'finding targets': async (client) =>
    FoundPage.parse(
      await client.targets({ relation: 'link', source: content('1'), targetType: 'content' }),
    ),
  'finding sources': async (client) =>
    FoundPage.parse(
      await client.sources({
        relation: 'link',
        target: { type: 'space', key: 'DOC' },
        sourceType: 'user',
      }),
    ),
  'reading one': async (client) => {
    const ends = { relation: 'link', source: content('1'), target: content('2') }
    return Relation.nullable().parse((await client.get(ends)).relation)
  },
  describing: async (client) =>
    Described.parse(
      await client.describe([
        content('1'),
        { type: 'user', key: 'a:1' },
        { type: 'space', key: 'DOC' },
      ]),
    ),
  searching: async (client) => Entity.array().parse((await client.search('one')).entities),
  'reading the account': (client) => client.account(),
}

describe('a strange answer', () => {
  it.each(Object.entries(operations))(
    'in %s becomes a value of the contract or a failure in one sentence',
    async (_name, operation) => {
      let next = { body: '', type: '', status: 200 }
      const { origin } = await serve((_, response) => {
        response.writeHead(next.status, { 'content-type': next.type })
        response.end(next.body)
      })
      await fc.assert(
        fc.asyncProperty(
          anyBody,
          anyType,
          fc.constantFrom(200, 200, 200, 400, 403, 404, 500, 501),
          async (body, type, status) => {
            next = { body, type, status }
            const client = clientFor(origin)
            try {
              await operation(client)
            } catch (error) {
              expectSentence(error)
            } finally {
              await client.close()
            }
          },
        ),
        { numRuns: runs },
      )
    },
    600_000,
  )

  it('outside 2xx always is a failure, whatever its body and status', () => {
    fc.assert(
      fc.property(anyBody, fc.integer({ min: 300, max: 599 }), (text, status) => {
        const { failure, doubt } = readRefusal(
          { status, text, failureCategory: null, loginReason: null },
          { what: 'this', doing: 'reading', route: '/x', scopes: ['read:x'] },
          { site: 'example.atlassian.net', gateway: false },
        )
        expectSentence(new FailureError(failure))
        if (doubt !== null) expectSentence(new FailureError(doubt.refused))
      }),
      { numRuns: 10_000 },
    )
  })
})
