import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BodyReader, createBodyReader } from '../../../../../electron/services/remote/body'
import type { SpacePages } from '../../../../../electron/services/remote'
import { builtReader } from './built-reader'
import { clientFor, json, serve } from './serve'

const folder = mkdtempSync(join(tmpdir(), 'reader-'))
let threaded: BodyReader
beforeAll(async () => {
  threaded = await builtReader('reader')
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const here = createBodyReader(() => {
  throw new Error('none in this test')
})

/** Writes a thread that does as its script says to each answer; gives its place. */
function thread(name: string, each: string, first = ''): string {
  const path = join(folder, `${name}.mjs`)
  const lines = [
    "import { appendFileSync } from 'node:fs'",
    "import { parentPort } from 'node:worker_threads'",
    first,
    `parentPort.on('message', () => { ${each} })`,
    "parentPort.postMessage({ kind: 'ready' })",
  ]
  writeFileSync(path, lines.join('\n'))
  return path
}
const tells = (message: object) => `parentPort.postMessage(${JSON.stringify(message)})`
const reads = tells({ kind: 'read', head: '{', value: { results: [], _links: {} } })
const names = tells({ kind: 'named', named: [] })

const page = (id: string, format: string, value: unknown) => ({
  ...{ id, title: `Page ${id}`, status: 'current', spaceId: '1' },
  body: { [format]: { value } },
})
const link = (title: string) =>
  `<p>To <ac:link><ri:page ri:content-title="${title}" /></ac:link> &amp; on</p>`
const byId = (id: string) =>
  JSON.stringify({
    type: 'doc',
    content: [
      { type: 'inlineCard', attrs: { url: `https://example.atlassian.net/wiki/pages/${id}` } },
    ],
  })

const home = { site: 'https://example.atlassian.net', formerHosts: [] }
const wanted: SpacePages = {
  kind: 'page',
  space: { id: '1', key: 'K', name: 'K' },
  reading: { format: 'storage', home },
  limit: 100,
  cursor: null,
}

const results = [
  page('1', 'storage', link('Pumps')),
  { body: { storage: { value: link('of a row that cannot be read') } } },
  page('2', 'storage', ''),
  page('3', 'storage', 7),
  { ...page('4', 'storage', ''), body: 0 },
  page('5', 'storage', link('Valves') + link('Pumps')),
  page('6', 'storage', '<p>torn</b>'),
]

async function listed(reader: BodyReader) {
  const { origin } = await serve((_, response) => json(response, { results, _links: {} }))
  const list = await clientFor(origin, { reader }).listPages(wanted)
  const { rows } = await list.rows()
  return { unusable: list.unusable, rows: rows.map(({ entity, markup }) => [entity.key, markup]) }
}

const to = (title: string) => ({ relation: 'link', target: { kind: 'page', title } })
const asExpected = {
  unusable: 1,
  rows: [
    ['1', { marks: [to('Pumps')], torn: false }],
    ['2', { marks: [], torn: false }],
    ['3', null],
    // A number in the place of a body is no body.
    ['4', null],
    ['5', { marks: [to('Valves'), to('Pumps')], torn: false }],
    ['6', { marks: [], torn: true }],
  ],
}

describe('what the bodies of a list name', () => {
  it('comes to the same in a thread and here', async () => {
    expect(await listed(threaded)).toEqual(asExpected)
    expect(await listed(here)).toEqual(asExpected)
  })

  it('is read in the format that has links by id as well', async () => {
    const { origin } = await serve((_, response) =>
      json(response, { results: [page('1', 'atlas_doc_format', byId('9'))], _links: {} }),
    )
    for (const reader of [threaded, here]) {
      const client = clientFor(origin, { reader })
      const { names } = await client.names('page', ['1'], { format: 'atlas_doc_format', home })
      expect([...names]).toEqual([
        ['1', { marks: [{ relation: 'link', target: { kind: 'content', id: '9' } }], torn: false }],
      ])
    }
  })
})

describe('a thread that reads answers', () => {
  it('is done without where it does not start, which is said once', async () => {
    const script = thread('no-start', '', 'process.exit(1)')
    const reader = createBodyReader(() => script)
    const said: string[] = []
    const { origin } = await serve((_, response) => json(response, { results, _links: {} }))
    const client = clientFor(origin, { reader, log: (line) => said.push(line) })
    for (const list of [await client.listPages(wanted), await client.listPages(wanted)]) {
      expect((await list.rows()).rows).toHaveLength(6)
    }
    expect(said).toEqual([
      'No thread could be started for answers of the site; they are read in turns.',
    ])
  })

  it.each([
    ['before it says a word', 'process.exit(1)'],
    ['over the bodies', `${reads}; setImmediate(() => process.exit(1))`],
  ])('costs one answer where it ends %s, and another thread is started', async (name, each) => {
    const script = thread(name, each)
    const reader = createBodyReader(() => script)
    await expect(listed(reader)).rejects.toHaveProperty('failure.kind', 'too-large')
    await expect(listed(reader)).rejects.toHaveProperty('failure.kind', 'too-large')
    thread(name, `${reads}; ${names}`)
    expect(await listed(reader)).toEqual({ unusable: 0, rows: [] })
  })

  it('is ended when it has had nothing to do for a while', async () => {
    const starts = join(folder, 'starts')
    const first = `appendFileSync(${JSON.stringify(starts)}, 'started ')`
    const script = thread('idle', `${reads}; ${names}`, first)
    const [lasting, brief] = [10_000, 0].map((ms) => createBodyReader(() => script, ms))
    const times = () => readFileSync(starts, 'utf8').split(' ').length - 1
    for (let time = 0; time < 3; time += 1) await listed(lasting ?? here)
    expect(times()).toBe(1)
    await expect
      .poll(async () => {
        await listed(brief ?? here)
        return times()
      })
      .toBeGreaterThan(2)
  })
})
