/**
 * A site of a wiki: answers the lists of a map, with bodies of 13 KB, and the finds of a crawl, each
 * late by as many ms as it is told. It runs in a process of its own, so that it shares no event loop
 * with what is measured.
 */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

const [path = '', late = '0'] = process.argv.slice(2)
/** @type {{ id: string, title: string, space: number, parent: string | null, links: number[] }[]} */
const pages = JSON.parse(readFileSync(path, 'utf8'))
const bodySize = 13_000
const filler =
  '<p>The tide <strong>comes in</strong> and goes out, and somebody has to write it down.</p><ul><li><p>Who, and when</p></li><li><p>What was seen &amp; heard&nbsp;there</p></li></ul><table><tbody><tr><td><p>high</p></td><td><p>low</p></td></tr></tbody></table>'

/** @param {{ links: number[], space: number }} page */
function bodyOf({ links, space }) {
  const marks = links.map((at) => {
    const to = pages[at]
    const key = to?.space === space ? '' : ` ri:space-key="S${to?.space}"`
    return `<p>See <ac:link><ri:page${key} ri:content-title="${to?.title}" /><ac:link-body>that</ac:link-body></ac:link> for more.</p>`
  })
  const own = marks.join(filler)
  return own + filler.repeat(Math.max(0, Math.ceil((bodySize - own.length) / filler.length)))
}

/** @param {(typeof pages)[number]} page @param {string | null} format */
const rowOf = (page, format) => ({
  id: page.id,
  status: 'current',
  title: page.title,
  spaceId: String(page.space + 1),
  parentId: page.parent,
  parentType: page.parent === null ? null : 'page',
  createdAt: '2026-01-01T00:00:00.000Z',
  version: { number: 1, createdAt: '2026-01-01T00:00:00.000Z' },
  _links: { webui: `/spaces/S${page.space}/pages/${page.id}` },
  ...(format === 'storage' && { body: { storage: { value: bodyOf(page) } } }),
})

const bySpace = Map.groupBy?.(pages, ({ space }) => space) ?? grouped()
function grouped() {
  /** @type {Map<number, typeof pages>} */
  const found = new Map()
  for (const page of pages) {
    const own = found.get(page.space)
    if (own === undefined) found.set(page.space, [page])
    else own.push(page)
  }
  return found
}
const byId = new Map(pages.map((page) => [page.id, page]))

/** @param {URL} url */
function list(url) {
  const query = url.searchParams
  const from = Number(query.get('cursor') ?? 0)
  const to = from + Number(query.get('limit') ?? 25)
  const all = bySpace.get(Number(query.get('space-id')) - 1) ?? []
  query.set('cursor', String(to))
  return {
    results: all.slice(from, to).map((page) => rowOf(page, query.get('body-format'))),
    _links: to < all.length ? { next: `/wiki/api/v2/pages?${query.toString()}` } : {},
  }
}

/** @param {string} id */
const links = (id) => ({
  results: (byId.get(id)?.links ?? []).map((at) => ({
    name: 'link',
    relationData: {},
    target: { ...rowOf(pages[at] ?? pages[0], null), type: 'page' },
    _expandable: {},
    _links: {},
  })),
  _links: {},
})

const find = /^\/wiki\/rest\/api\/relation\/link\/from\/content\/(\d+)\/to\/content/

/** @param {URL} url */
function answerTo(url) {
  const near = find.exec(url.pathname)?.[1]
  if (near !== undefined) return links(near)
  if (url.pathname === '/wiki/api/v2/pages') return list(url)
  if (url.pathname !== '/wiki/api/v2/spaces') return { results: [], _links: {} }
  const spaces = [...bySpace].map(([space, [home]]) => ({
    id: String(space + 1),
    key: `S${space}`,
    name: `Space ${space}`,
    type: 'global',
    status: 'current',
    homepageId: home?.id,
    _links: { webui: `/spaces/S${space}` },
  }))
  return { results: spaces, _links: {} }
}

const server = createServer((request, response) => {
  request.resume()
  const url = new URL(request.url ?? '/', 'http://127.0.0.1')
  setTimeout(() => {
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify(answerTo(url)))
  }, Number(late))
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  process.stdout.write(`http://127.0.0.1:${port}\n`)
})
