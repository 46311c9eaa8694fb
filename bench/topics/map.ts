/**
 * A map of whole spaces into a workspace, as the host makes it: calls and wall time against the
 * least that latency and concurrency allow, how long the host did not answer meanwhile, and memory.
 */
import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { createMaps } from '../../electron/host/maps'
import { readStorage } from '../../electron/services/markup'
import { createLimiter, createRemoteClient, defaultPace } from '../../electron/services/remote'
import { createWorkspaces } from '../../electron/services/workspace'
import type { Context } from '../context'
import { wikiOf } from '../graphs/wiki'
import { asRatio, asTime, type Section, type Table, verdict } from '../report/section'

/** Of every call, in ms: what a list of 250 bodies takes at a real site is some 2 to 5 s. */
const latency = 2_000
const concurrency = 4

type Row = {
  readonly pages: number
  readonly calls: number
  readonly ms: number
  readonly least: number
  readonly gap: number
  readonly mib: number
  readonly relations: number
}

/** What the server needs to know of a wiki. */
function pagesOf(count: number) {
  const { batch } = wikiOf(count)
  const at = new Map(batch.entities.map(({ id }, index) => [id, index]))
  const links: number[][] = batch.entities.map(() => [])
  const parents: (string | null)[] = batch.entities.map(() => null)
  for (const { relation, source, target } of batch.relations) {
    const from = at.get(source) ?? 0
    if (relation === 'link') links[from]?.push(at.get(target) ?? 0)
    else parents[from] = target.slice('content:'.length)
  }
  return batch.entities.map(({ key, title, space }, index) => ({
    id: key,
    title: `${title}, ${index}`,
    space: Number(space?.key.slice(1) ?? 0),
    parent: parents[index] ?? null,
    links: links[index] ?? [],
  }))
}

async function mapOnce({ root }: Context, count: number): Promise<Row> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-map-'))
  const list = join(folder, 'pages.json')
  const pages = pagesOf(count)
  await writeFile(list, JSON.stringify(pages))
  const script = join(root, 'bench/topics/map-server.mjs')
  const child = spawn(process.execPath, [script, list, String(latency)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const workspaces = createWorkspaces(join(folder, 'workspaces'), 'bench')
  try {
    const site = await new Promise<string>((resolve) => {
      child.stdout.once('data', (line: Buffer) => resolve(line.toString().trim()))
    })
    const client = createRemoteClient({
      ...{ apiBase: site, siteOrigin: site, authorization: 'Basic bench', version: 'bench' },
      limiter: createLimiter({ ...defaultPace, concurrency }),
    })
    const maps = createMaps(
      { client: () => Promise.resolve(client), profile: () => ({ site }) },
      workspaces,
    )
    const workspace = workspaces.create(site, 'Bench').info.id
    const spaces = [...new Set(pages.map(({ space }) => `S${space}`))]
    const row = await measured(
      maps.run(
        {
          ...{ profile: 'bench', workspace, spaces, formerHosts: [], maxCalls: 100_000 },
          relations: ['link', 'child-of'],
        },
        new AbortController().signal,
      ),
    )
    await client.close()
    return {
      pages: count,
      ...row,
      least: (row.calls * latency) / Math.min(concurrency, 2 * spaces.length),
    }
  } finally {
    workspaces.close()
    child.kill()
    await rm(folder, { recursive: true, force: true })
  }
}

type Events = ReturnType<ReturnType<typeof createMaps>['run']>

async function measured(events: Events): Promise<Omit<Row, 'pages' | 'least'>> {
  globalThis.gc?.()
  const before = process.memoryUsage.rss()
  let most = before
  const sampling = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss())
  }, 100)
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const began = performance.now()
  let [calls, relations] = [0, 0]
  for await (const event of events) {
    if (event.kind === 'done') ({ calls, relations } = event.summary)
  }
  const ms = performance.now() - began
  delay.disable()
  clearInterval(sampling)
  return { calls, relations, ms, gap: delay.max / 1e6, mib: (most - before) / 2 ** 20 }
}

/** How fast bodies are read for what they name, in MB a second. */
async function parseSpeed(): Promise<number> {
  const piece =
    '<p>The tide <strong>comes in</strong> and goes &amp; out.</p><ul><li><p>Who, and when</p></li></ul><p>See <ac:link><ri:page ri:content-title="Tides" /><ac:link-body>that</ac:link-body></ac:link> now.</p>'
  const body = piece.repeat(Math.ceil(13_000 / piece.length))
  const home = { site: 'https://example.atlassian.net', formerHosts: [] }
  const read = async (times: number) => {
    const began = performance.now()
    for (let at = 0; at < times; at += 1) await readStorage(body, home)
    return (body.length * times) / 1_000 / (performance.now() - began)
  }
  await read(50)
  return read(400)
}

const mapSizes = [1_000, 10_000, 50_000]

export async function map(context: Context): Promise<Section> {
  const rows: Row[] = []
  for (const size of mapSizes) {
    context.say(`map of ${size} pages`)
    rows.push(await mapOnce(context, size))
  }
  const speed = await parseSpeed()
  return {
    title: 'Map',
    notes: [
      `Whole spaces of a wiki (a space for 2,500 pages, bodies of 13 KB) are mapped by the host into a workspace, ${latency} ms latency, at most ${concurrency} calls at once. Least: calls × latency ÷ lists that can be read side by side. The longest gap is that of the host’s event loop, memory what its process takes more than before. A crawl by relation asks two to six times a page for the same links.`,
      `Bodies are read at ${speed.toFixed(0)} MB a second.`,
    ],
    tables: [
      {
        head: [
          'pages',
          'relations',
          'calls',
          'by relation',
          'time',
          'least',
          'longest gap',
          'memory',
        ],
        rows: rows.map((row) => [
          row.pages.toLocaleString('en'),
          row.relations.toLocaleString('en'),
          String(row.calls),
          `${(2 * row.pages).toLocaleString('en')} at least`,
          asTime(row.ms),
          asTime(row.least),
          asTime(row.gap),
          `${row.mib.toFixed(0)} MiB`,
        ]),
      },
      aimsOf(rows),
    ],
  }
}

/** What is aimed at, and what ours has come to. */
const aimsOf = (rows: readonly Row[]): Table => ({
  head: ['aim', 'ours', 'verdict'],
  rows: rows.flatMap((row) => {
    const of = row.pages.toLocaleString('en')
    return [
      [
        `${of} pages in at most 1.3 times the least`,
        asRatio(row.ms, row.least),
        verdict(row.ms / row.least, { atMost: 1.3 }),
      ],
      [`${of} pages with no gap over 50 ms`, asTime(row.gap), verdict(row.gap, { atMost: 50 })],
      [
        `${of} pages in at most 400 MiB`,
        `${row.mib.toFixed(0)} MiB`,
        verdict(row.mib, { atMost: 400 }),
      ],
    ]
  }),
})
