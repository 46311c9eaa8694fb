import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import {
  createCrawl,
  type CrawlPort,
  type CrawlProgress,
  type CrawlRequest,
  type MayHold,
} from '@shared/crawl'
import { emptyGraph, type Graph, merge, refOf } from '@shared/graph'
import { createDemoSite, type DemoSite } from '../../electron/demo-site'
import {
  basicAuthorization,
  createLimiter,
  createRemoteClient,
  defaultPace,
  type RemoteClient,
} from '../../electron/services/remote'
import { startProxy } from '../proxy'
import { startFaultySite } from './faulty-site'

const isLong = process.env['LONG_TESTS'] === '1'
/** Calls that a crawl has to make at least. */
const wanted = isLong ? 20_000 : 500

const clientOf = (
  origin: string,
  { email, token }: Pick<DemoSite, 'email' | 'token'>,
): RemoteClient =>
  createRemoteClient({
    apiBase: origin,
    siteOrigin: origin,
    authorization: basicAuthorization(email, token),
    version: 'soak',
    limiter: createLimiter({ ...defaultPace, concurrency: 8, second: 1, patience: 100_000 }),
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

async function crawl(client: RemoteClient, request: CrawlRequest) {
  let graph: Graph = emptyGraph
  const summary = await createCrawl({
    port: portOn(client),
    request,
    concurrency: 12,
    onEvent: (event) => {
      if (event.kind === 'batch') graph = merge(graph, event.batch).graph
    },
  }).run()
  await client.close()
  return { summary, graph }
}

function requestOn({ world, relationNames }: DemoSite): CrawlRequest {
  const [start = ''] = [...world.content.keys()]
  return {
    starts: [`content:${start}`],
    relations: ['link', ...relationNames],
    direction: 'both',
    types: isLong ? ['content', 'user', 'space'] : ['content', 'user'],
    depth: 20,
    budget: { nodes: 100_000, calls: 1_000_000 },
  }
}

/** Everything of a graph but addresses, in one order. */
const facts = ({ nodes, edges }: Graph) => ({
  nodes: [...nodes.values()]
    .map(({ url, ...rest }) => JSON.stringify([rest, url === undefined]))
    .sort(),
  edges: [...edges.values()].map((relation) => JSON.stringify(relation)).sort(),
})

describe('a crawl over a bad network', () => {
  it(
    'ends with exactly the graph of a faultless one, and no page is answered twice',
    async () => {
      const site = await createDemoSite({ pages: isLong ? 420 : 90 })
      const request = requestOn(site)
      const plain = await crawl(clientOf(site.origin, site), request)
      expect(plain.summary.state).toBe('complete')
      const faulty = await startFaultySite(site.origin, 20_261_124)
      const shaken = await crawl(clientOf(faulty.origin, site), request)
      expect(shaken.summary.state).toBe('complete')
      expect(shaken.summary.calls).toBeGreaterThan(wanted)
      expect(faulty.broken()).toBeGreaterThan(wanted / 6)
      expect(facts(shaken.graph)).toEqual(facts(plain.graph))
      const finds = faulty.passed.filter((call) => call.includes('/relation/'))
      expect(new Set(finds).size).toBe(finds.length)
      faulty.close()
      await site.close()
    },
    isLong ? 600_000 : 120_000,
  )
})

/** The waits of the crawl, a thousand times shorter. */
const shortly: MayHold['wait'] = (ms, signal) =>
  sleep(ms / 1_000, undefined, { signal: signal as AbortSignal })

describe('a crawl whose token dies, and whose site then goes', () => {
  it(
    'waits for each, and ends with exactly the graph of an undisturbed one',
    async () => {
      const site = await createDemoSite({ pages: isLong ? 420 : 30 })
      const proxy = await startProxy(site.origin)
      const request = requestOn(site)
      const plain = await crawl(clientOf(site.origin, site), request)
      const first = clientOf(proxy.origin, site)
      const second = clientOf(proxy.origin, { email: site.email, token: site.renewedToken })
      let client = first
      const held: string[] = []
      let graph: Graph = emptyGraph
      const port: CrawlPort = {
        find: (...asked) => portOn(client).find(...asked),
        describe: (...asked) => portOn(client).describe(...asked),
      }
      const isPast = ({ calls }: CrawlProgress, share: number) =>
        calls > plain.summary.calls * share
      const meet = async (progress: CrawlProgress): Promise<void> => {
        const { hold, inFlight } = progress
        if (isPast(progress, 0.25)) site.setTraps(['token-revoked'])
        if (hold?.for === 'person' && client === first && inFlight === 0) {
          // The person enters the new token.
          held.push(hold.for)
          client = second
          running.resume()
        }
        if (hold?.for === 'site' && !held.includes('site')) {
          held.push(hold.for)
          await proxy.back()
        }
        const isOwn = hold === undefined && client === second && !held.includes('site')
        if (isOwn && isPast(progress, 0.6)) await proxy.leave()
      }
      const running = createCrawl({
        port,
        request,
        concurrency: 12,
        mayHold: { person: true, siteMs: Number.POSITIVE_INFINITY, wait: shortly },
        onEvent: (event) => {
          if (event.kind === 'batch') graph = merge(graph, event.batch).graph
          if (event.kind === 'progress') void meet(event.progress)
        },
      })
      const summary = await running.run()
      expect(held).toEqual(['person', 'site'])
      expect(summary).toMatchObject({ state: 'complete', failures: [], undescribed: [] })
      expect(facts(graph)).toEqual(facts(plain.graph))
      await first.close()
      await second.close()
      await proxy.close()
      await site.close()
    },
    isLong ? 600_000 : 120_000,
  )
})
