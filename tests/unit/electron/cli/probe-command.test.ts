import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { fullFormats } from 'ajv-formats/dist/formats.js'
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { mostCalls, SiteReport } from '@shared/site-check'
import { createDemoSite, type DemoSite } from '../../../../electron/demo-site'
import { runCommand } from './run-command'

let site: DemoSite
beforeAll(async () => {
  site = await createDemoSite({ pages: 120 })
})
beforeEach(() => site.setTraps([]))
afterAll(() => site.close())

type More = { readonly signal?: AbortSignal; readonly token?: string; readonly origin?: string }

const probe = (args: readonly string[], { origin = site.origin, ...more }: More = {}) =>
  runCommand(['probe', '--site', origin, '--email', site.email, ...args], {
    token: site.token,
    ...more,
  })
const reportIn = (out: string) => SiteReport.parse(JSON.parse(out))
const judgedIn = (out: string) =>
  Object.fromEntries(reportIn(out).judged.map(({ id, verdict }) => [id, verdict]))

/** Two current pages that everybody may see. */
function twoPages(): [string, string] {
  const open = [...site.world.content.values()].filter(
    ({ kind, status, restricted }) => kind === 'page' && status === 'current' && !restricted,
  )
  return [`content:${open[0]?.id ?? ''}`, `content:${open[1]?.id ?? ''}`]
}

describe('probe', () => {
  it('says its price first, keeps to it, and writes a report that obeys its schema', async () => {
    const { code, out, err } = await probe([])
    const priced = /at most (\d+) calls/.exec(err)?.[1]
    const report = reportIn(out)
    expect([code, report.complete, report.wrote, report.cleanedUp]).toEqual([0, true, false, null])
    expect(Number(priced)).toBeLessThanOrEqual(mostCalls)
    expect(report.calls).toBeLessThanOrEqual(Number(priced))
    expect(report.answers.length).toBe(report.calls)
    const schema = JSON.parse(await readFile('resources/site-check.schema.json', 'utf8')) as object
    const ajv = new Ajv2020({ strict: false, formats: fullFormats })
    const isValid = ajv.compile(schema)
    expect([isValid(JSON.parse(out)), isValid.errors]).toEqual([true, null])
  })

  it('asks nothing where only the price is wanted', async () => {
    const { code, out, err } = await probe(['--price'], { origin: 'http://127.0.0.1:1' })
    expect([code, out]).toEqual([0, ''])
    expect(err).toMatch(/at most \d+ calls.*only reads/)
  })

  it('tells no title, name, id, key, host or token of the site', async () => {
    const [a, b] = twoPages()
    const { out } = await probe(['--write', a, b, '--start', a])
    const report = reportIn(out)
    const { content, users, spaces } = site.world
    const secrets = [
      ...[...content.values()].flatMap(({ id, title }) => [id, title]),
      ...[...users.values()].flatMap(({ accountId, name }) => [accountId, name]),
      ...[...spaces.values()].map(({ name }) => name),
      ...[site.origin, new URL(site.origin).host, site.email, site.token],
    ]
    // What our own words hold may happen to be part of a title; a whole one may not be told.
    const told = JSON.stringify({ ...report, judged: [], learnt: null, at: '' })
    for (const secret of secrets) {
      if (secret.length > 5) expect(told).not.toContain(secret)
    }
  })

  it('creates, finds and deletes one relation between the two ends of a sandbox', async () => {
    const before = [...site.world.relations.all()].length
    const { code, out } = await probe(['--write', ...twoPages()])
    const report = reportIn(out)
    expect([code, report.wrote, report.cleanedUp]).toEqual([0, true, true])
    expect(report.learnt.customNames).toBe('works')
    expect(judgedIn(out)['delete-twice']).toBe('as-assumed')
    expect([...site.world.relations.all()].length).toBe(before)
  })

  it('holds what the demo site does for what it assumes, and finds the traps', async () => {
    const plain = judgedIn((await probe([])).out)
    expect(plain).toMatchObject({
      account: 'as-assumed',
      'link-out': 'as-assumed',
      'empty-find': 'as-assumed',
      'find-limit': 'as-assumed',
      'favourite-find': 'as-assumed',
    })
    expect(plain['expansion']).not.toBe('differs')
    expect(plain['next-address']).not.toBe('differs')
    site.setTraps(['empty-find-404', 'favourite-400'])
    expect(judgedIn((await probe([])).out)).toMatchObject({
      'empty-find': 'differs',
      'favourite-find': 'differs',
    })
    site.setTraps(['limit-cap-25'])
    const { out, err } = await probe([])
    expect(judgedIn(out)['find-limit']).toBe('differs')
    expect(reportIn(out).learnt.findLimit).toBe(25)
    expect(err).toContain('Differs: A find gives 100 results a page. It gives at most 25.')
    site.setTraps(['gone-410'])
    expect(reportIn((await probe([])).out).learnt.link).not.toBe('works')
  })

  it('says whose fault it is where the token does not hold, and asks no further', async () => {
    const { code, out, err } = await probe([], { token: 'not-a-token' })
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain('did not accept')
  })

  it('refuses another number of ends than two', async () => {
    const [a] = twoPages()
    const { code, err } = await probe(['--write', a])
    expect(code).toBe(2)
    expect(err).toContain('--write names two ends')
  })

  it.each(['while reading', 'after create'])(
    'deletes what it created also where it is stopped, and writes what came (%s)',
    async (when) => {
      const before = [...site.world.relations.all()].length
      const stop = new AbortController()
      const isDue = (line: string) =>
        when === 'after create' ? line.startsWith('PUT ') : line.includes('/search/user')
      const proxy = await proxyTo(site.origin, (line) => isDue(line) && stop.abort())
      const { code, out } = await probe(['--write', ...twoPages()], {
        signal: stop.signal,
        origin: proxy.origin,
      })
      const report = reportIn(out)
      expect([code, report.complete]).toEqual([130, false])
      expect([...site.world.relations.all()].length).toBe(before)
      if (when === 'after create') expect(report.cleanedUp).toBe(true)
    },
  )
})

/** Hands every call on and tells of it once it was answered. */
async function proxyTo(origin: string, onAnswer: (line: string) => unknown) {
  const server: Server = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk as Buffer)
      const kept = ['authorization', 'accept', 'content-type', 'x-atlassian-token']
      const headers = Object.entries(request.headers).flatMap(([name, value]) =>
        kept.includes(name) && typeof value === 'string' ? [[name, value] as const] : [],
      )
      const answer = await fetch(origin + (request.url ?? ''), {
        method: request.method ?? 'GET',
        headers: Object.fromEntries(headers),
        ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
      })
      const text = await answer.text()
      onAnswer(`${request.method} ${request.url}`)
      response.writeHead(answer.status, {
        'content-type': answer.headers.get('content-type') ?? 'text/plain',
      })
      response.end(text)
    })()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}
