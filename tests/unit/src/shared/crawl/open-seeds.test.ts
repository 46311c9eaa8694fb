import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type CrawlEvent,
  type CrawlRequest,
  createCrawl,
  nothingAsked,
  openSeeds,
  queryKey,
  type QueryRecord,
  type FindQuery,
} from '@shared/crawl'
import { type Batch, emptyGraph, merge, type NodeId, relationOf } from '@shared/graph'

const idOf = (n: number): NodeId => `content:${n}`
const entity = (id: NodeId) => ({
  id,
  type: 'content' as const,
  key: id.slice(8),
  title: id,
  status: 'current',
})

/** A site of numbered pages, and what was asked of it. */
function siteOf(pairs: readonly (readonly [number, number])[]) {
  const asked: string[] = []
  return {
    asked,
    port: {
      find: (query: FindQuery) => {
        asked.push(queryKey(query))
        const near = pairs.filter(
          ([from, to]) => idOf(query.direction === 'out' ? from : to) === query.node,
        )
        return Promise.resolve({
          relations: near.map(([from, to]) => relationOf('link', idOf(from), idOf(to))),
          entities: near.flatMap(([from, to]) => [entity(idOf(from)), entity(idOf(to))]),
          unidentified: 0,
          next: null,
          calls: 1,
        })
      },
      describe: (ids: readonly NodeId[]) =>
        Promise.resolve({
          entities: ids.map(entity),
          missing: [],
          failed: [],
          spelt: [],
          calls: 1,
        }),
    },
  }
}

const request: CrawlRequest = {
  starts: ['content:0'],
  relations: ['link'],
  direction: 'both',
  types: ['content'],
  depth: 3,
  budget: { nodes: 1_000, calls: 10_000 },
}

/** Runs a crawl; after some settled questions it is broken off, as by a crash. */
async function run(
  port: ReturnType<typeof siteOf>['port'],
  wanted: CrawlRequest,
  breakAfter = Number.POSITIVE_INFINITY,
  isAsked?: (query: FindQuery) => boolean,
) {
  const batches: Batch[] = []
  const records: QueryRecord[] = []
  let crawl: ReturnType<typeof createCrawl> | null = null
  const onEvent = (event: CrawlEvent) => {
    // What is told after the break reaches no file.
    if (records.length >= breakAfter) {
      crawl?.stop()
      return
    }
    if (event.kind === 'batch') batches.push(event.batch)
    if (event.kind === 'settled') records.push(...event.records)
  }
  crawl = createCrawl({
    port,
    request: wanted,
    onEvent,
    concurrency: 1,
    ...(isAsked === undefined ? {} : { isAsked }),
  })
  await crawl.run()
  return { batches, records }
}

const graphOf = (batches: readonly Batch[]) =>
  batches.reduce((graph, batch) => merge(graph, batch).graph, emptyGraph)

describe('taking up a crawl that was broken off', () => {
  it('ends with the same graph, and asks no settled question again', async () => {
    const pair = fc.tuple(fc.nat(12), fc.nat(12)).filter(([from, to]) => from !== to)
    await fc.assert(
      fc.asyncProperty(fc.array(pair, { maxLength: 30 }), fc.nat(20), async (pairs, at) => {
        const whole = await run(siteOf(pairs).port, request)
        const first = siteOf(pairs)
        const broken = await run(first.port, request, at)
        const graph = graphOf([
          { entities: [entity('content:0')], relations: [] },
          ...broken.batches,
        ])
        const known = new Map<NodeId, Map<string, QueryRecord>>()
        for (const record of broken.records) {
          const own = known.get(record.query.node) ?? new Map<string, QueryRecord>()
          known.set(record.query.node, own.set(queryKey(record.query), record))
        }
        const seeds = openSeeds(request, graph, known.size === 0 ? nothingAsked : known)
        const second = siteOf(pairs)
        const starts = [...new Set(seeds.map(({ query }) => query.node))]
        const settled = new Set(
          broken.records
            .filter(({ state }) => state === 'complete')
            .map(({ query }) => queryKey(query)),
        )
        const rest =
          seeds.length === 0
            ? { batches: [] }
            : await run(second.port, { ...request, starts, seeds }, undefined, (query) =>
                settled.has(queryKey(query)),
              )
        const together = graphOf([...broken.batches, ...rest.batches])
        expect([...together.edges.keys()].sort()).toEqual(
          [...graphOf(whole.batches).edges.keys()].sort(),
        )
        expect(second.asked.filter((key) => settled.has(key))).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})
