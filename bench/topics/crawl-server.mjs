/**
 * Answers every find with pages that nobody has seen, late by as many ms as it is told. It runs in
 * a process of its own, so that it shares no event loop with what is measured.
 */
import { createServer } from 'node:http'

const latency = Number(process.argv[2] ?? 0)
const fanOut = 8
const find = /^\/wiki\/rest\/api\/relation\/link\/from\/content\/(\d+)\/to\/content/

/** @param {string} url */
function answerTo(url) {
  const near = find.exec(url)?.[1]
  if (near === undefined) return { results: [], _links: {} }
  const results = Array.from({ length: fanOut }, (_, at) => {
    const id = String(Number(near) * fanOut + at + 1)
    return {
      name: 'link',
      relationData: {},
      target: { id, type: 'page', status: 'current', title: `Page ${id}`, _links: {} },
      _expandable: {},
      _links: {},
    }
  })
  return { results, start: 0, limit: 100, size: fanOut, _links: {} }
}

const server = createServer((request, response) => {
  request.resume()
  setTimeout(() => {
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify(answerTo(request.url ?? '')))
  }, latency)
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  process.stdout.write(`http://127.0.0.1:${port}\n`)
})
