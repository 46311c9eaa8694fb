import { createRouterClient } from '@orpc/server'
import { describe, expect, it } from 'vitest'
import { FoundPage } from '@shared/contract'
import { testHost } from '../../host/fixtures'
import { clientFor, content, json, serve, space, user } from './serve'

const odd = {
  'half a letter': 'a\uD83D',
  'the other half': '\uDE00b',
  'a leading line break': '\n\nKEY',
  'a line separator': 'a\u2028b',
  'the sign of nothing': 'a\u0000b',
  'signs of control': '\u0007\u001b[31m',
  'more than 255 letters': 'x'.repeat(300),
  'no end of letters': 'x'.repeat(100_000),
  'a letter that turns the line round': 'abc\u202E',
  nothing: '',
  blanks: '   ',
  'a percent sign': '%E0%A4%A',
  'a bar': 'a|b|c',
  'a number': 7,
  'a list': [['x']],
  null: null,
}
const places = {
  content: (value: unknown) => [
    { target: { id: value, title: 'T' } },
    { target: { id: '5', title: value, type: value, status: value } },
    { target: { id: '5', title: 'T', space: { key: value, name: value } } },
    { target: { id: '5', title: 'T', _links: { webui: value } } },
    { target: { id: '5', title: 'T' }, relationData: { createdBy: { accountId: value } } },
    { target: { id: '5', title: 'T' }, relationData: { createdDate: value } },
    { target: { id: '5' }, relationData: { createdBy: { displayName: value } } },
    { _expandable: { target: `/rest/api/content/${String(value)}` } },
    value,
  ],
  space: (value: unknown) => [
    { target: { key: value, name: 'S' } },
    { target: { key: 'S', name: value, type: value } },
    { _expandable: { target: `/rest/api/space/${String(value)}` } },
  ],
  user: (value: unknown) => [
    { target: { accountId: value, displayName: 'P' } },
    { target: { accountId: 'u', displayName: value, publicName: value } },
    { _links: { target: `/rest/api/user?accountId=${String(value)}` } },
  ],
}
const good = {
  content: [{ target: { id: '1', title: 'One' } }, { target: { id: '2', title: 'Two' } }],
  space: [{ target: { key: 'ONE', name: 'One' } }, { target: { key: 'TWO', name: 'Two' } }],
  user: [
    { target: { accountId: 'one', displayName: 'One' } },
    { target: { accountId: 'two', displayName: 'Two' } },
  ],
}
const cases = Object.entries(odd).flatMap(([name, value]) =>
  (['content', 'space', 'user'] as const).flatMap((type) =>
    places[type](value).map((result, at) => ({ name, type, at, result })),
  ),
)

describe('one odd result', () => {
  it.each(cases)(
    'with $name at a $type ($at) costs none of the others',
    async ({ type, result }) => {
      const [first, second] = good[type]
      const { origin } = await serve((_seen, response) =>
        json(response, { results: [first, result, second] }),
      )
      const found = await clientFor(origin).targets({
        relation: 'needs',
        source: content('9'),
        targetType: type,
      })
      // As the page gets it: checked once more, and written as text.
      const told = FoundPage.parse(JSON.parse(JSON.stringify(found)))
      expect(told.relations.length + told.unidentified).toBe(3)
      expect(told.entities.map(({ title }) => title)).toEqual(
        expect.arrayContaining(['One', 'Two']),
      )
      for (const { key, title } of told.entities) {
        expect(key.length).toBeLessThanOrEqual(255)
        expect(key).not.toMatch(/[\p{Cc}\u2028]/u)
        expect((key + title).isWellFormed()).toBe(true)
      }
    },
  )

  it('can be asked about again, with all the others of its page', async () => {
    const { host } = await testHost()
    const client = createRouterClient(host.router)
    const { id: profile } = await client.credentials.demo()
    const refs = [content('1'), space('ÆÐ|%'), user('a:b')]
    const described = await client.remote.describe({ profile, refs })
    expect(described.missing.length + described.entities.length).toBe(3)
  })
})
