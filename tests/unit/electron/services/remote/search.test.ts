import { describe, expect, it } from 'vitest'
import { searchGaps, searchStatus } from '@shared/crawl'
import { realAnswers } from '../../../../proxy'
import { failureOf } from './failure-of'
import { clientFor, json, serve } from './serve'

const page = { id: '7', type: 'page', title: 'Release plan' }
const list = (results: unknown[]) => ({ results, _links: {} })
const is = (url: string, cql: string) => decodeURIComponent(url).includes(`cql=${cql}`)

describe('a search', () => {
  it('finds what is usable and counts the rest', async () => {
    const { origin } = await serve(({ url }, response) => {
      if (url.includes('/search/user')) {
        const ann = { accountId: 'a:1', displayName: 'Ann' }
        json(response, list([{ user: ann }, { user: { displayName: 'Nobody' } }, 7]))
      } else if (is(url, 'type = space')) {
        json(response, list([{ space: { key: 'DOC', name: 'Docs' } }, { space: { name: '?' } }]))
      } else json(response, list([{ content: page }, { content: { title: 'No id' } }, {}, null]))
    })
    const { entities, unusable, failed } = await clientFor(origin).search('release')
    expect(entities.map(({ id }) => id)).toEqual(['content:7', 'space:DOC', 'user:a:1'])
    expect([unusable, failed]).toEqual([6, []])
  })

  it('tells whether the site has more of any kind', async () => {
    const { origin } = await serve(({ url }, response) => {
      const links = url.includes('/search/user') ? { next: '/rest/api/search/user?start=10' } : {}
      json(response, { results: [{ content: page }], _links: links })
    })
    expect((await clientFor(origin).search('release')).more).toBe(true)
  })

  it('of one kind that fails leaves the others, and says so', async () => {
    const { origin } = await serve(({ url }, response) => {
      if (is(url, 'type = space')) json(response, list([{ space: { key: 'DOC', name: 'Docs' } }]))
      else {
        const { status, type, body } = realAnswers.unknownCqlType
        response.writeHead(status, { 'content-type': type }).end(body)
      }
    })
    const searched = await clientFor(origin).search('docs')
    expect(searched.entities.map(({ id }) => id)).toEqual(['space:DOC'])
    expect(searched.failed).toMatchObject([
      { of: 'content', failure: { kind: 'bad-request', of: 'search' } },
      { of: 'people', failure: { kind: 'bad-request', of: 'search' } },
    ])
    expect(searchGaps(searched)[0]).toMatch(/^Content could not be searched: Confluence refused/)
    expect(searchStatus(searched, 0, 'Nothing.')).toMatch(/^Nothing found, but not everything/)
  })

  it('fails where no kind could be searched', async () => {
    const { origin } = await serve((_, response) => {
      response.writeHead(404, { 'content-type': 'text/html' }).end(realAnswers.productPage.body)
    })
    expect(await failureOf(clientFor(origin).search('docs'))).toMatchObject({
      kind: 'no-such-route',
    })
  })

  it('has nothing to add where all is well', () => {
    const whole = { unusable: 0, failed: [] }
    expect(searchStatus(whole, 3, 'Nothing.')).toBeNull()
    expect(searchStatus(whole, 0, 'Nothing.')).toBe('Nothing.')
    expect(searchStatus({ ...whole, more: true }, 3, 'Nothing.')).toMatch(/^The site has more/)
    expect(searchStatus({ ...whole, unusable: 1 }, 3, 'Nothing.')).toBe(
      '1 result could not be read.',
    )
  })
})
