import { describe, expect, it } from 'vitest'
import { mostCalls } from '@shared/site-check'
import {
  linksInAdf,
  linksInStorage,
} from '../../../../../electron/services/remote/site-check/count-links'
import type { ServerResponse } from 'node:http'
import { realAnswers } from '../../../../proxy'
import { clientFor, content, json, missing, serve } from './serve'

describe('the links of a body', () => {
  it('are counted in storage, but not in code or comments', () => {
    const body =
      '<p><ac:link><ri:page ri:content-title="B"/></ac:link><a href="https://s/wiki/spaces/K/pages/9/T">t</a></p>' +
      '<ac:plain-text-body><![CDATA[<a href="/wiki/spaces/X/pages/1">]]></ac:plain-text-body><!-- <ri:page/> -->'
    expect(linksInStorage(body)).toEqual({ all: 2, ids: ['9'] })
  })

  it('are the addresses of an ADF document, however deep, and none of what is no document', () => {
    const mark = { type: 'link', attrs: { href: 'https://s/wiki/spaces/K/pages/8' } }
    const card = { type: 'inlineCard', attrs: { url: 'https://s/wiki/spaces/K/pages/9/T' } }
    const doc = { type: 'doc', content: [{ content: [{ text: 'x', marks: [mark] }, card] }] }
    expect(linksInAdf(JSON.stringify(doc))).toEqual({ all: 2, ids: ['8', '9'] })
    expect(linksInAdf('{')).toEqual({ all: 0, ids: [] })
  })
})

const page = (id: string, format: string) => ({
  id,
  body:
    format === 'storage'
      ? { storage: { value: `<a href="/wiki/spaces/K/pages/1${id}">t</a>` } }
      : { atlas_doc_format: { value: JSON.stringify({ attrs: { href: `/pages/1${id}` } }) } },
})
const wanted = { start: null, sandbox: null, signIn: 'token', onCall: () => undefined } as const

/** A site of 40 pages with bodies, which gives at most so many at a time. */
const bodied = (most: number) =>
  serve(({ url }, response) => {
    const { pathname, searchParams } = new URL(url, 'http://x')
    if (pathname.endsWith('/user/current')) return json(response, { accountId: 'a' })
    if (!pathname.endsWith('/api/v2/pages')) return json(response, {}, 404)
    const limit = Number(searchParams.get('limit'))
    if (limit > most) return json(response, {}, 504)
    const format = searchParams.get('body-format') ?? ''
    const ids = Array.from({ length: Math.min(limit, 40) }, (_, at) => String(at + 1))
    const isOne = format === 'storage' || format === 'atlas_doc_format'
    json(response, { results: ids.map((id) => (isOne ? page(id, format) : { id, body: {} })) })
  })

describe('a check of a site', () => {
  it('learns how many bodies come at a time, in which format, and that both agree', async () => {
    const { origin } = await bodied(100)
    const { learnt, judged } = await clientFor(origin).check(wanted)
    expect(learnt).toMatchObject({ bodyLimit: 100, bodyFormat: 'storage', link: 'refused' })
    expect(judged.find(({ id }) => id === 'formats-agree')).toMatchObject({
      verdict: 'as-assumed',
      seen: '25 of 25 pages agree.',
    })
    expect(judged.find(({ id }) => id === 'body-limit')).toMatchObject({ verdict: 'differs' })
  })

  it('waits as it is told, and never makes more calls than it may', async () => {
    const { origin, seen } = await serve(({ url }, response, at) => {
      if (url.endsWith('/user/current')) return json(response, { accountId: 'a' })
      const headers = { 'retry-after': '1', 'x-ratelimit-limit': '100', 'ratelimit-reason': 'x' }
      if (at % 2 === 0) return json(response, {}, 429, headers)
      json(response, { results: [{ id: '7' }] })
    })
    const report = await clientFor(origin).check(wanted)
    expect(seen.length).toBe(report.calls)
    expect(report.calls).toBeLessThanOrEqual(mostCalls)
    expect(report.limits.map(({ header }) => header).sort()).toEqual([
      'ratelimit-reason',
      'retry-after',
      'x-ratelimit-limit',
    ])
  })

  it('takes a relation for gone only where an answer is about it, and cleans up otherwise', async () => {
    const sandbox = { source: content('1'), target: content('2') }
    const tried = async (look: (response: ServerResponse) => void) => {
      const { origin, seen } = await serve(({ method, url }, response) => {
        if (url.endsWith('/user/current')) return json(response, { accountId: 'a' })
        if (!url.includes('/relation/zz-probe')) return json(response, {}, 404)
        if (method === 'PUT') return json(response, { name: 'zz-probe' })
        if (method === 'DELETE') return json(response, {}, 503)
        look(response)
      })
      const { cleanedUp } = await clientFor(origin).check({ ...wanted, sandbox })
      return { cleanedUp, deletes: seen.filter(({ method }) => method === 'DELETE').length }
    }
    expect(await tried(missing)).toEqual({ cleanedUp: true, deletes: 2 })
    for (const look of [realAnswers.productPage, realAnswers.nullForUri, realAnswers.v2Bare]) {
      expect(await tried((response) => response.writeHead(look.status).end(look.body))).toEqual({
        cleanedUp: false,
        deletes: 3,
      })
    }
  })

  it('tells nothing of what is between, where that answers instead', async () => {
    const { origin } = await serve(({ url }, response) => {
      if (url.endsWith('/user/current')) return json(response, { accountId: 'a' })
      response.writeHead(403, { 'content-type': 'text/html' })
      response.end('<html>secret firewall</html>')
    })
    const report = await clientFor(origin).check(wanted)
    expect(report.learnt).toMatchObject({ link: 'unknown', findLimit: null, bodyLimit: null })
    expect(JSON.stringify(report)).not.toContain('firewall')
    expect(new Set(report.answers.slice(1).map(({ body }) => body))).toEqual(new Set(['html']))
  })
})
