import { describe, expect, it } from 'vitest'
import { realAnswers } from '../../../../proxy'
import { failureOf } from './failure-of'
import { clientFor, json, serve } from './serve'

const page = (id: string) => ({ content: { id, type: 'page', title: `Page ${id}` } })
const list = (results: unknown[]) => ({ results, _links: {} })
const cqlOf = (url: string) => new URL(url, 'http://host').searchParams.get('cql') ?? ''
const isOfViewed = (url: string) => cqlOf(url).includes('recentlyViewedContent')

describe('what a person knows their way from', () => {
  it('is what they viewed last, and what they starred, spaces too', async () => {
    const { origin } = await serve(({ url }, response) => {
      if (isOfViewed(url)) json(response, list([page('1'), page('2'), {}]))
      else json(response, list([{ space: { key: 'DOC', name: 'Docs' } }, page('2')]))
    })
    const { viewed, starred, calls } = await clientFor(origin).familiar()
    expect(viewed.map(({ id }) => id)).toEqual(['content:1', 'content:2'])
    expect(starred.map(({ id }) => id)).toEqual(['space:DOC', 'content:2'])
    expect(calls).toBe(2)
  })

  it('is one of both where the site knows no other', async () => {
    const { origin } = await serve(({ url }, response) => {
      const { status, type, body } = realAnswers.unknownCqlType
      if (isOfViewed(url)) response.writeHead(status, { 'content-type': type }).end(body)
      else json(response, list([page('3')]))
    })
    const { viewed, starred } = await clientFor(origin).familiar()
    expect([viewed, starred.map(({ id }) => id)]).toEqual([[], ['content:3']])
  })

  it('fails where neither can be had', async () => {
    const { origin } = await serve((_, response) => {
      const { status, type, body } = realAnswers.unknownCqlType
      response.writeHead(status, { 'content-type': type }).end(body)
    })
    expect(await failureOf(clientFor(origin).familiar())).toMatchObject({ kind: 'bad-request' })
  })
})
