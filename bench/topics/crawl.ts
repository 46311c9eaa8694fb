/**
 * Wall time of a crawl of 2,000 calls with 20 ms latency, against the least that its concurrency
 * allows, and what a call costs beyond bare undici.
 */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { request as bareRequest, Agent } from 'undici'
import { createCrawl, type CrawlPort } from '@shared/crawl'
import { refOf } from '@shared/graph'
import {
  createLimiter,
  createRemoteClient,
  defaultPace,
  type RemoteClient,
} from '../../electron/services/remote'
import type { Context } from '../context'
import type { Section } from '../report/section'
import { median } from '../report/statistics'

type Row = {
  readonly what: string
  readonly ours: string
  readonly peer: string
  readonly ratio: number
}

const clientAt = (origin: string, concurrency: number): RemoteClient =>
  createRemoteClient({
    apiBase: origin,
    siteOrigin: origin,
    authorization: 'Basic bench',
    version: 'bench',
    limiter: createLimiter({ ...defaultPace, concurrency }),
  })

/** The signal of the engine is the platform's own. */
const portOn = (client: RemoteClient): CrawlPort => ({
  find: ({ node, relation, direction, type }, start, signal) => {
    const [near, abort] = [refOf(node), signal as AbortSignal]
    return direction === 'out'
      ? client.targets({ relation, source: near, targetType: type, start }, abort)
      : client.sources({ relation, target: near, sourceType: type, start }, abort)
  },
  describe: (ids, signal) => client.describe(ids.map(refOf), signal as AbortSignal),
})

async function crawlOnce(origin: string, concurrency: number) {
  const client = clientAt(origin, concurrency)
  const began = performance.now()
  const summary = await createCrawl({
    port: portOn(client),
    concurrency: concurrency + 2,
    request: {
      starts: ['content:1'],
      relations: ['link'],
      direction: 'out',
      types: ['content'],
      depth: 20,
      budget: { nodes: 1_000_000, calls: 2_000 },
    },
    onEvent: () => undefined,
  }).run()
  const ms = performance.now() - began
  await client.close()
  return { ms, calls: summary.calls }
}

/** A crawl's time against calls x latency / concurrency. */
async function crawlRow(origin: string, concurrency: number, latency: number): Promise<Row> {
  const runs = [await crawlOnce(origin, concurrency), await crawlOnce(origin, concurrency)]
  const ms = median(runs.map((run) => run.ms))
  const calls = median(runs.map((run) => run.calls))
  const least = (calls * latency) / concurrency
  return {
    what: `crawl of ${calls} calls, ${latency} ms latency, concurrency ${concurrency}`,
    ours: `${(ms / 1000).toFixed(2)} s`,
    peer: `${(least / 1000).toFixed(2)} s at least`,
    ratio: ms / least,
  }
}

const rounds = 7
const perRound = 400

/** One find through the client against one bare request for the same answer, in turns. */
async function overheadRow(origin: string): Promise<Row> {
  const client = clientAt(origin, 4)
  const agent = new Agent()
  const path = '/wiki/rest/api/relation/link/from/content/1/to/content?start=0&limit=100'
  const timed = async (work: () => Promise<unknown>): Promise<number> => {
    const began = performance.now()
    for (let at = 0; at < perRound; at += 4) await Promise.all([work(), work(), work(), work()])
    return (performance.now() - began) / perRound
  }
  const bare = async () => {
    const answer = await bareRequest(origin + path, { dispatcher: agent })
    return JSON.parse(await answer.body.text()) as unknown
  }
  const source = { type: 'content', key: '1' } as const
  const ours = () => client.targets({ relation: 'link', source, targetType: 'content' })
  const [own, peer]: [number[], number[]] = [[], []]
  await timed(ours)
  await timed(bare)
  for (let round = 0; round < rounds; round += 1) {
    peer.push(await timed(bare))
    own.push(await timed(ours))
  }
  await client.close()
  await agent.close()
  return {
    what: 'one find, 4 at a time, no latency',
    ours: `${median(own).toFixed(3)} ms`,
    peer: `${median(peer).toFixed(3)} ms with bare undici and JSON.parse`,
    ratio: median(own) / median(peer),
  }
}

/** A server in a process of its own, late by so many ms. */
async function withServer<T>(
  { root }: Context,
  latency: number,
  work: (origin: string) => Promise<T>,
): Promise<T> {
  const script = join(root, 'bench/topics/crawl-server.mjs')
  const child = spawn(process.execPath, [script, String(latency)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    const origin = await new Promise<string>((resolve) => {
      child.stdout.once('data', (line: Buffer) => resolve(line.toString().trim()))
    })
    return await work(origin)
  } finally {
    child.kill()
  }
}

const latency = 20

export async function crawl(context: Context): Promise<Section> {
  const rows = await withServer(context, latency, async (origin) => [
    await crawlRow(origin, 4, latency),
    await crawlRow(origin, 8, latency),
  ])
  rows.push(await withServer(context, 0, overheadRow))
  return {
    title: 'Crawl',
    notes: [],
    tables: [
      {
        head: ['what', 'ours', 'against', 'ratio'],
        rows: rows.map(({ what, ours, peer, ratio }) => [what, ours, peer, ratio.toFixed(2)]),
      },
    ],
  }
}
