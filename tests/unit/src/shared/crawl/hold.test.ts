import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  createCrawl,
  type CrawlEvent,
  type CrawlProgress,
  type MayHold,
  note,
  nothingAsked,
  queryKey,
  type QueryRecord,
} from '@shared/crawl'
import type { Failure } from '@shared/failure'
import { emptyGraph, merge, relationOf } from '@shared/graph'
import { anyRequest, anyWorld, ball, portOnto } from './world'

const dead: Failure = { kind: 'bad-credentials', site: 'x' }
const gone: Failure = { kind: 'unreachable', host: 'x', code: 'ECONNREFUSED' }
const settled = () => new Promise((resolve) => setImmediate(resolve))

/** Waits of no length, noted. */
const noted = (siteMs: number, waits: number[]): MayHold => ({
  person: true,
  siteMs,
  wait: (ms) => {
    waits.push(ms)
    return settled().then(() => undefined)
  },
})

const oneAway = {
  starts: ['content:1' as const],
  relations: ['depends-on'],
  direction: 'out' as const,
  types: ['content' as const],
  depth: 2,
  budget: { nodes: 1_000, calls: 1_000 },
}

describe('a crawl that may hold', () => {
  it('ends with all that there is, asked with success once, through any refusals and outages', async () => {
    const troubles = fc.infiniteStream(fc.constantFrom(null, null, dead, gone))
    await fc.assert(
      fc.asyncProperty(anyWorld, anyRequest(), troubles, async (world, wanted, trouble) => {
        let left = 30
        const answered: string[] = []
        const { port } = portOnto(world, {
          failing: (query, start) => {
            left -= 1
            const failure = left > 0 ? (trouble.next().value as Failure | null) : null
            if (failure === null) answered.push(`${queryKey(query)} ${start}`)
            return failure
          },
        })
        let graph = emptyGraph
        const crawl = createCrawl({
          port,
          request: wanted,
          mayHold: noted(Number.POSITIVE_INFINITY, []),
          onEvent: (event: CrawlEvent) => {
            if (event.kind === 'batch') graph = merge(graph, event.batch).graph
          },
        })
        const over = crawl.run()
        const progress = () => crawl.progress()
        for (await settled(); progress().state !== 'done'; await settled()) {
          // A person signs in again.
          if (progress().hold?.for === 'person') crawl.resume()
        }
        const summary = await over
        const expected = ball(world, wanted)
        expect([...graph.edges.keys()].sort()).toEqual([...expected.edges].sort())
        expect(summary).toMatchObject({ state: 'complete', failures: [], cut: [] })
        expect(new Set(answered).size).toBe(answered.length)
      }),
      { numRuns: 60 },
    )
  })

  const failingWith = (failure: () => Failure | null, mayHold: MayHold | undefined) => {
    const asked: number[] = []
    const { port } = portOnto(
      { relations: [], pageSize: 10 },
      {
        failing: () => {
          asked.push(1)
          return failure()
        },
      },
    )
    const seen: CrawlProgress[] = []
    const crawl = createCrawl({
      port,
      request: oneAway,
      ...(mayHold === undefined ? {} : { mayHold }),
      onEvent: (event) => event.kind === 'progress' && seen.push(event.progress),
    })
    return { crawl, asked, seen }
  }

  it('asks nothing more while nobody has signed in, and tells why', async () => {
    let failure: Failure | null = dead
    const { crawl, asked } = failingWith(() => failure, noted(0, []))
    const over = crawl.run()
    for (let turn = 0; turn < 20; turn += 1) await settled()
    expect(crawl.progress()).toMatchObject({
      state: 'paused',
      hold: { for: 'person', failure: dead },
    })
    expect([asked.length, crawl.progress().failures]).toEqual([1, 0])
    failure = null
    crawl.resume()
    expect(await over).toMatchObject({ state: 'complete' })
    expect(crawl.progress().hold).toBeUndefined()
  })

  it('waits longer each time, and gives up where it may wait no longer', async () => {
    const waits: number[] = []
    const { crawl, asked } = failingWith(() => gone, noted(60_000, waits))
    expect(await crawl.run()).toMatchObject({ state: 'failed', failure: gone })
    expect(waits).toEqual([2_000, 4_000, 8_000, 16_000, 30_000])
    expect(asked.length).toBe(waits.length + 1)
  })

  it('stays paused where a person has paused it, although the site was gone meanwhile', async () => {
    const waits: number[] = []
    const { crawl } = failingWith(() => gone, noted(60_000, waits))
    const over = crawl.run()
    crawl.pause()
    for (let turn = 0; turn < 20; turn += 1) await settled()
    expect([crawl.progress().state, crawl.progress().hold, waits]).toEqual([
      'paused',
      undefined,
      [],
    ])
    crawl.stop()
    expect(await over).toMatchObject({ state: 'stopped' })
  })

  it('lets one question fail alone that is never answered, while its site answers others', async () => {
    const reset: Failure = { kind: 'unreachable', host: 'x', code: 'ECONNRESET' }
    const late: Failure = { kind: 'timeout', host: 'x', seconds: 30 }
    for (const failure of [reset, late]) {
      const ids = Array.from({ length: 12 }, (_, at) => `content:${at + 2}` as const)
      const relations = ids.map((target) => relationOf('depends-on', 'content:1', target))
      const { port } = portOnto(
        { relations, pageSize: 20 },
        { failing: ({ node }) => (node === 'content:2' ? failure : null) },
      )
      const crawl = createCrawl({
        port,
        request: oneAway,
        mayHold: noted(Number.POSITIVE_INFINITY, []),
        onEvent: () => undefined,
      })
      const summary = await crawl.run()
      expect(summary).toMatchObject({ state: 'partial', reason: 'failures', cut: [] })
      expect(summary.failures).toEqual([
        { query: expect.objectContaining({ node: 'content:2' }) as unknown, failure },
      ])
    }
  })

  it('holds for a site that lets every question run out of time, as for one that is gone', async () => {
    const late: Failure = { kind: 'timeout', host: 'x', seconds: 30 }
    const waits: number[] = []
    const { crawl } = failingWith(() => late, noted(60_000, waits))
    expect(await crawl.run()).toMatchObject({ state: 'failed', failure: late })
    expect(waits).toEqual([2_000, 4_000, 8_000, 16_000, 30_000])
  })

  it('breaks off where the site wants a CAPTCHA and nobody can be asked', async () => {
    const locked: Failure = { kind: 'locked-out', site: 'x' }
    const { crawl, asked } = failingWith(() => locked, { ...noted(60_000, []), person: false })
    expect(await crawl.run()).toMatchObject({ state: 'failed', failure: locked })
    expect(asked).toHaveLength(1)
  })

  it('holds nothing where it may not: it breaks off, or the question fails', async () => {
    expect(await failingWith(() => dead, undefined).crawl.run()).toMatchObject({ state: 'failed' })
    expect(await failingWith(() => gone, undefined).crawl.run()).toMatchObject({
      state: 'partial',
      reason: 'failures',
    })
  })
})

describe('what is known of a question', () => {
  const query = {
    ...({ node: 'content:1', relation: 'link' } as const),
    ...({ direction: 'out', type: 'content' } as const),
  }
  const record = (over: Partial<QueryRecord>): QueryRecord => ({
    ...{ query, state: 'complete', at: '2026-01-01T00:00:00.000Z' },
    ...{ found: 3, from: 0, before: 0, left: 0 },
    ...over,
  })
  const stateAfter = (...records: QueryRecord[]) =>
    note(nothingAsked, records).get(query.node)?.get(queryKey(query))?.state

  it('is not spoilt by asking again in vain', () => {
    expect(stateAfter(record({}), record({ state: 'failed', failure: gone }))).toBe('complete')
    expect(stateAfter(record({}), record({ state: 'cut', why: 'broken-off' }))).toBe('complete')
  })

  it('follows every answer about the thing itself', () => {
    for (const state of ['gone', 'forbidden', 'not-supported'] as const) {
      expect(stateAfter(record({}), record({ state }))).toBe(state)
    }
    expect(stateAfter(record({ state: 'failed' }), record({ state: 'forbidden' }))).toBe(
      'forbidden',
    )
  })
})
