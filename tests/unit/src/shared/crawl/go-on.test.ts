import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  allRecords,
  type Completeness,
  createCrawl,
  type CrawlEvent,
  type CrawlRequest,
  isMendable,
  note,
  nothingAsked,
  queryKey,
} from '@shared/crawl'
import { answerTo, anyRequest, anyWorld, ball, portOnto, type World } from './world'

type Port = ReturnType<typeof portOnto>

/** Crawls again and again from what was left, until nothing is. */
async function inPieces(port: Port, request: CrawlRequest, calls: number) {
  const edges = new Set<string>()
  let known: Completeness = nothingAsked
  const onEvent = (event: CrawlEvent) => {
    if (event.kind === 'batch') for (const { id } of event.batch.relations) edges.add(id)
    if (event.kind === 'settled') known = note(known, event.records)
  }
  let next: CrawlRequest | null = { ...request, budget: { nodes: 1_000, calls } }
  for (let rounds = 0; next !== null; rounds += 1) {
    if (rounds > 2_000) throw new Error('It never ends')
    const before = known
    await createCrawl({
      port: port.port,
      request: next,
      onEvent,
      concurrency: 3,
      isDescribed: () => true,
      isAsked: (query) => before.get(query.node)?.has(queryKey(query)) ?? false,
    }).run()
    const left = allRecords(known).filter(isMendable)
    const seeds = left.map(({ query, from, before: found, left: steps }) => ({
      query,
      from,
      before: found,
      left: steps,
    }))
    const starts = [...new Set(left.map(({ query }) => query.node))]
    next = seeds.length === 0 ? null : { ...next, starts, seeds }
  }
  return { edges, known }
}

const answered = (world: World, request: CrawlRequest) => ball(world, request).edges

describe('a crawl that goes on', () => {
  it('ends with the same graph as one without a stop, and asks no page twice', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyWorld,
        anyRequest(),
        fc.integer({ min: 1, max: 12 }),
        async (world, request, calls) => {
          const port = portOnto(world)
          const { edges, known } = await inPieces(port, request, calls)
          expect(edges).toEqual(answered(world, request))
          expect(new Set(port.asked).size).toBe(port.asked.length)
          for (const { state, query, found } of allRecords(known)) {
            expect([state, found]).toEqual(['complete', answerTo(world, query).length])
          }
        },
      ),
      { numRuns: 60 },
    )
  })

  it('asks only what failed, and from there outward', async () => {
    const world: World = {
      relations: [],
      pageSize: 5,
    }
    const failing = new Set(['content:1'])
    const port = portOnto(world, {
      failing: ({ node }) =>
        failing.has(node) ? { kind: 'server', status: 500, message: 'it broke.' } : null,
    })
    const request: CrawlRequest = {
      starts: ['content:1', 'content:2'],
      relations: ['depends-on'],
      direction: 'out',
      types: ['content'],
      depth: 1,
      budget: { nodes: 10, calls: 10 },
    }
    let known: Completeness = nothingAsked
    const onEvent = (event: CrawlEvent) => {
      if (event.kind === 'settled') known = note(known, event.records)
    }
    await createCrawl({ port: port.port, request, onEvent }).run()
    const failed = allRecords(known).filter(({ state }) => state === 'failed')
    expect(failed.map(({ query }) => query.node)).toEqual(['content:1'])
    failing.clear()
    port.asked.length = 0
    const seeds = failed.map(({ query, from, before, left }) => ({ query, from, before, left }))
    await createCrawl({
      port: port.port,
      request: { ...request, starts: ['content:1'], seeds },
      onEvent,
    }).run()
    expect(port.asked).toHaveLength(1)
    expect(allRecords(known).every(({ state }) => state === 'complete')).toBe(true)
  })
})
