import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import {
  createCrawl,
  type CrawlEvent,
  type CrawlPort,
  type CrawlRequest,
  type CrawlSummary,
  queryKey,
} from '@shared/crawl'
import { type Failure, FailureError } from '@shared/failure'
import { emptyGraph, type Graph, merge, type NodeId, relationOf } from '@shared/graph'
import { anyRequest, anyWorld, ball, portOnto, titled, type World } from './world'

const request = (over: Partial<CrawlRequest> = {}): CrawlRequest => ({
  starts: ['content:1'],
  relations: ['depends-on'],
  direction: 'out',
  types: ['content'],
  depth: 3,
  budget: { nodes: 1_000, calls: 1_000 },
  ...over,
})

/** 1 -> 2 -> 3 -> ... -> length. */
const chain = (length: number): World => ({
  pageSize: 10,
  relations: Array.from({ length: length - 1 }, (_, at) =>
    relationOf('depends-on', `content:${at + 1}`, `content:${at + 2}`),
  ),
})

/** 1 -> 2, 1 -> 3, ... */
const star = (leaves: number, pageSize = 1_000): World => ({
  pageSize,
  relations: Array.from({ length: leaves }, (_, at) =>
    relationOf('depends-on', 'content:1', `content:${at + 2}`),
  ),
})

type Extra = Omit<Parameters<typeof createCrawl>[0], 'port' | 'request' | 'onEvent'>

function watch(port: CrawlPort, wanted: CrawlRequest, extra: Extra = {}) {
  const events: CrawlEvent[] = []
  const listeners: ((event: CrawlEvent) => void)[] = []
  const crawl = createCrawl({
    port,
    request: wanted,
    onEvent: (event) => {
      events.push(event)
      for (const listener of listeners) listener(event)
    },
    ...extra,
  })
  const graph = (): Graph =>
    events.reduce(
      (known, event) => (event.kind === 'batch' ? merge(known, event.batch).graph : known),
      emptyGraph,
    )
  return {
    crawl,
    events,
    graph,
    on: (listener: (event: CrawlEvent) => void) => listeners.push(listener),
  }
}

const notFound: Failure = { kind: 'not-found', what: 'this' }
const forbidden: Failure = { kind: 'forbidden', what: 'this' }

/** Answers in an order that fast-check chooses. */
const scheduled = (scheduler: fc.Scheduler) => () => scheduler.schedule(Promise.resolve())

describe('a crawl', () => {
  it('finds exactly what lies within its depth, whatever the order of answers', async () => {
    await fc.assert(
      fc.asyncProperty(anyWorld, anyRequest(), fc.scheduler(), async (world, wanted, scheduler) => {
        const { port } = portOnto(world, { delay: scheduled(scheduler) })
        const { crawl, graph } = watch(port, wanted)
        const summary = await scheduler.waitFor(crawl.run())
        const expected = ball(world, wanted)
        expect([...graph().nodes.keys()].sort()).toEqual([...expected.nodes].sort())
        expect([...graph().edges.keys()].sort()).toEqual([...expected.edges].sort())
        expect(summary).toMatchObject({
          state: 'complete',
          nodes: expected.nodes.size,
          relations: expected.edges.size,
          failures: [],
          cut: [],
        })
      }),
    )
  })

  it('asks nothing twice through failures, pauses and stops, and accounts for every query', async () => {
    const acts = fc.array(fc.constantFrom('go', 'go', 'go', 'pause', 'resume', 'stop'), {
      maxLength: 40,
    })
    const bad = fc.func(fc.option(fc.constantFrom(notFound, forbidden), { freq: 4 }))
    await fc.assert(
      fc.asyncProperty(
        anyWorld,
        anyRequest(),
        fc.scheduler(),
        acts,
        bad,
        async (world, wanted, scheduler, script, failing) => {
          const { port, asked } = portOnto(world, {
            delay: scheduled(scheduler),
            failing: (query, start) => failing(queryKey(query), start),
          })
          const { crawl, on } = watch(port, wanted)
          const steps = script.values()
          on((event) => {
            if (event.kind !== 'batch') return
            const act = steps.next().value ?? 'resume'
            if (act !== 'go') crawl[act]()
          })
          const over = crawl.run()
          const isOver = () => ['done', 'stopped'].includes(crawl.progress().state)
          const settled = () => new Promise((resolve) => setImmediate(resolve))
          for (await settled(); !isOver(); await settled()) {
            if (scheduler.count() > 0) await scheduler.waitNext(1)
            else crawl.resume()
          }
          const summary = await over

          expect(new Set(asked).size).toBe(asked.length)
          const failed = summary.failures.map(({ query }) => queryKey(query))
          const cut = summary.cut.map(queryKey)
          expect(new Set([...failed, ...cut]).size).toBe(failed.length + cut.length)
          if (summary.state !== 'stopped') expect(cut).toEqual([])
        },
      ),
    )
  })

  it('keeps within the budget of calls where no call is retried', async () => {
    const budget = fc.integer({ min: 1, max: 20 })
    await fc.assert(
      fc.asyncProperty(
        anyWorld,
        budget.chain((calls) => anyRequest({ calls })),
        fc.scheduler(),
        async (world, wanted, scheduler) => {
          const { port, seen } = portOnto(world, { delay: scheduled(scheduler) })
          const { crawl } = watch(port, wanted)
          const summary = await scheduler.waitFor(crawl.run())
          expect(summary.calls).toBe(seen.calls)
          expect(summary.calls).toBeLessThanOrEqual(wanted.budget.calls)
          expect(summary.calls).toBeGreaterThan(0)
          if (summary.state === 'complete') {
            expect(summary.nodes).toBe(ball(world, wanted).nodes.size)
          } else {
            expect(summary).toMatchObject({ state: 'partial', reason: 'calls-budget' })
          }
        },
      ),
    )
  })

  it('keeps within the budget of nodes, and draws no relation to a node it left out', async () => {
    const budget = fc.integer({ min: 1, max: 8 })
    await fc.assert(
      fc.asyncProperty(
        anyWorld,
        budget.chain((nodes) => anyRequest({ nodes })),
        async (world, wanted) => {
          const { crawl, graph } = watch(portOnto(world).port, wanted)
          const summary = await crawl.run()
          const starts = new Set(wanted.starts).size
          expect(graph().nodes.size).toBe(summary.nodes)
          expect(summary.nodes).toBeLessThanOrEqual(Math.max(starts, wanted.budget.nodes))
          const expected = ball(world, wanted)
          for (const id of graph().nodes.keys()) expect(expected.nodes).toContain(id)
          if (expected.nodes.size > summary.nodes) {
            expect(summary).toMatchObject({ state: 'partial', reason: 'nodes-budget' })
            expect(summary.cut).not.toEqual([])
          } else {
            expect(summary).toMatchObject({ state: 'complete', relations: expected.edges.size })
          }
        },
      ),
    )
  })

  it('still keeps relations between known nodes when the budget of nodes is reached', async () => {
    const world: World = {
      pageSize: 10,
      relations: [
        relationOf('depends-on', 'content:1', 'content:2'),
        relationOf('depends-on', 'content:1', 'content:3'),
        relationOf('depends-on', 'content:2', 'content:1'),
        relationOf('depends-on', 'content:2', 'content:2'),
      ],
    }
    const { crawl, graph } = watch(
      portOnto(world).port,
      request({ budget: { nodes: 2, calls: 100 } }),
    )
    const summary = await crawl.run()
    expect([...graph().nodes.keys()].sort()).toEqual(['content:1', 'content:2'])
    expect(summary.relations).toBe(3)
    expect(summary.cut).toMatchObject([{ node: 'content:1' }])
  })

  it('keeps relations between its starts, though they alone exceed the budget of nodes', async () => {
    const { crawl } = watch(
      portOnto(chain(3)).port,
      request({ starts: ['content:1', 'content:2'], depth: 1, budget: { nodes: 1, calls: 100 } }),
    )
    const summary = await crawl.run()
    expect(summary).toMatchObject({ nodes: 2, relations: 1, reason: 'nodes-budget' })
    expect(summary.cut).toMatchObject([{ node: 'content:2' }])
  })

  it('sets a call aside for the titles of what it finds', async () => {
    const { port, asked, described } = portOnto(chain(9))
    const wanted = request({ relations: ['depends-on', 'a', 'b', 'c'] })
    const { crawl } = watch(port, { ...wanted, budget: { nodes: 100, calls: 3 } })
    expect(await crawl.run()).toMatchObject({ reason: 'calls-budget', calls: 3 })
    expect(asked).toHaveLength(2)
    expect(described).toEqual([['content:1', 'content:2']])
  })

  it('spends a budget of one call on a question', async () => {
    const { port, asked, described } = portOnto(chain(9))
    const { crawl } = watch(port, request({ budget: { nodes: 100, calls: 1 } }))
    expect(await crawl.run()).toMatchObject({ reason: 'calls-budget', calls: 1, relations: 1 })
    expect(asked).toHaveLength(1)
    expect(described).toEqual([])
  })

  it('stops asking after retries have used the budget of calls up', async () => {
    const { port, asked } = portOnto(chain(9), { callsPerFind: 4 })
    const { crawl } = watch(port, request({ depth: 9, budget: { nodes: 100, calls: 10 } }))
    const summary = await crawl.run()
    expect(summary).toMatchObject({ state: 'partial', reason: 'calls-budget' })
    expect(asked.length).toBeLessThan(4)
    expect(summary.cut).toHaveLength(1)
  })

  it('ends even where every call fails', async () => {
    const { port } = portOnto(chain(3), { failing: () => notFound })
    const { crawl } = watch(port, request({ relations: ['a', 'b', 'c', 'd'] }))
    const summary = await crawl.run()
    expect(summary).toMatchObject({ state: 'partial', reason: 'failures', nodes: 1, calls: 5 })
    expect(summary.failures.map(({ failure }) => failure)).toEqual(Array(4).fill(notFound))
  })

  it('keeps as many finds in flight as it may, and no more', async () => {
    const { port, seen } = portOnto(star(40))
    const { crawl } = watch(port, request({ depth: 2 }), { concurrency: 3 })
    await crawl.run()
    expect(seen.atOnce).toBe(3)
  })

  it('takes no step before the one ahead of it is settled', async () => {
    const { port } = portOnto(star(30))
    const { crawl, events } = watch(port, request({ depth: 3 }))
    await crawl.run()
    const depths = events.flatMap((event) =>
      event.kind === 'progress' ? event.progress.depth : [],
    )
    expect(depths).toEqual([...depths].sort((a, b) => a - b))
    expect(depths.at(-1)).toBe(2)
  })
})

describe('titles', () => {
  it('asks for each untitled node once, at most 250 at a time', async () => {
    const { port, described } = portOnto(star(600, 100))
    const { crawl, graph } = watch(port, request({ depth: 1 }))
    await crawl.run()
    expect(described.map((ids) => ids.length)).toEqual([250, 250, 101])
    expect(new Set(described.flat()).size).toBe(601)
    expect([...graph().nodes.values()].every(({ status }) => status === 'current')).toBe(true)
  })

  it('come while the crawl runs, not only at its end', async () => {
    const { port } = portOnto(chain(5))
    const { crawl, events } = watch(port, request({ depth: 5 }), { concurrency: 1 })
    await crawl.run()
    const firstTitle = events.findIndex(
      (event) =>
        event.kind === 'batch' && event.batch.entities.some(({ status }) => status === 'current'),
    )
    const lastRelation = events.findLastIndex(
      (event) => event.kind === 'batch' && event.batch.relations.length > 0,
    )
    expect(firstTitle).toBeGreaterThan(0)
    expect(firstTitle).toBeLessThan(lastRelation)
  })

  it('are not asked for where the find brought them or they are known', async () => {
    const { port, described } = portOnto(chain(3))
    const telling: CrawlPort = {
      ...port,
      find: async (...args) => ({
        ...(await port.find(...args)),
        entities: [titled('content:2'), titled('content:99')],
      }),
    }
    const { crawl, graph } = watch(telling, request(), {
      isDescribed: (id) => id === 'content:1',
    })
    await crawl.run()
    expect(described).toEqual([['content:3']])
    expect(graph().nodes.has('content:99')).toBe(false)
  })

  it('that cannot be had leave the crawl whole but for them', async () => {
    const { port } = portOnto(chain(3))
    const mute: CrawlPort = { ...port, describe: () => Promise.reject(new FailureError(forbidden)) }
    const { crawl, graph } = watch(mute, request())
    const summary = await crawl.run()
    expect(graph().edges.size).toBe(2)
    expect(summary).toMatchObject({ state: 'partial', reason: 'failures', failures: [], cut: [] })
    expect(summary.undescribed.flatMap(({ nodes }) => nodes)).toHaveLength(3)
  })

  it('are asked for once more at the end where that may help, and only then', async () => {
    const { port } = portOnto(chain(3))
    const down: Failure = { kind: 'server', status: 500, message: 'Down.' }
    const tried: NodeId[][] = []
    const shaky = (failure: Failure, times: number): CrawlPort => ({
      ...port,
      describe: async (ids, signal) => {
        tried.push(ids)
        if (tried.length > times) return port.describe(ids, signal)
        const [first = 'content:0', ...others] = ids
        const failed = [{ part: 'title' as const, nodes: [first], failure }]
        return { ...(await port.describe(others, signal)), failed }
      },
    })
    const once = watch(shaky(down, 1), request())
    expect(await once.crawl.run()).toMatchObject({ state: 'complete', undescribed: [] })
    expect(tried.at(-1)).toHaveLength(1)
    expect([...once.graph().nodes.values()].every(({ status }) => status === 'current')).toBe(true)

    tried.length = 0
    expect(await watch(shaky(down, 9), request()).crawl.run()).toMatchObject({
      ...{ state: 'partial', reason: 'failures' },
      undescribed: [{ part: 'title', failure: down }],
    })
    const calls = tried.length
    tried.length = 0
    expect(await watch(shaky(forbidden, 9), request()).crawl.run()).toMatchObject({
      ...{ state: 'partial', reason: 'failures' },
      undescribed: [{ part: 'title', failure: forbidden }],
    })
    expect(tried.length).toBeLessThan(calls)
  })

  it('without a space or creator leave the crawl complete, and are told', async () => {
    const { port } = portOnto(chain(3))
    const failed = [{ part: 'creator' as const, nodes: ['content:1' as const], failure: forbidden }]
    const plain: CrawlPort = {
      ...port,
      describe: async (ids, signal) => ({ ...(await port.describe(ids, signal)), failed }),
    }
    expect(await watch(plain, request()).crawl.run()).toMatchObject({
      ...{ state: 'complete', undescribed: failed },
    })
  })
})

describe('pause, resume and stop', () => {
  it('puts no question while paused, and goes on where it was', async () => {
    const { port, asked } = portOnto(chain(6))
    const { crawl, on } = watch(port, request({ depth: 6 }))
    on((event) => {
      if (event.kind === 'batch' && event.batch.relations.length > 0) crawl.pause()
    })
    const over = crawl.run()
    await vi.waitFor(() => {
      expect(crawl.progress()).toMatchObject({ state: 'paused', inFlight: 0 })
    })
    expect(asked).toHaveLength(1)
    crawl.resume()
    await vi.waitFor(() => {
      expect(crawl.progress()).toMatchObject({ state: 'paused', inFlight: 0 })
    })
    expect(asked).toHaveLength(2)
    on((event) => {
      if (event.kind === 'batch') crawl.resume()
    })
    crawl.resume()
    expect(await over).toMatchObject({ state: 'complete', nodes: 6 })
  })

  it('may be paused before it is run', async () => {
    const { port, asked } = portOnto(chain(2))
    const { crawl } = watch(port, request())
    crawl.pause()
    const over = crawl.run()
    expect(asked).toEqual([])
    crawl.resume()
    expect(await over).toMatchObject({ state: 'complete', nodes: 2 })
  })

  it('is over though paused, where nothing is left to ask', async () => {
    const { crawl, on } = watch(portOnto(chain(2)).port, request({ depth: 1 }), {
      isDescribed: () => true,
    })
    on((event) => {
      if (event.kind === 'batch' && event.batch.relations.length > 0) crawl.pause()
    })
    expect(await crawl.run()).toMatchObject({ state: 'complete', nodes: 2 })
  })

  it('stops at once, aborts what is in flight and keeps what came', async () => {
    const never = new Promise<void>(() => undefined)
    const delays = [Promise.resolve(), never, never, never]
    const { port, seen } = portOnto(star(3), { delay: () => delays.shift() ?? never })
    const { crawl, graph, events } = watch(port, request({ depth: 2 }), {
      isDescribed: () => true,
    })
    const over = crawl.run()
    await vi.waitFor(() => {
      expect(crawl.progress().inFlight).toBe(3)
    })
    crawl.stop()
    const summary = await over
    expect(seen.aborted).toBe(3)
    expect(summary).toMatchObject({ state: 'stopped', nodes: 4, relations: 3, failures: [] })
    expect(summary.cut.map(({ node }) => node)).toEqual(['content:2', 'content:3', 'content:4'])
    expect(graph().edges.size).toBe(3)
    expect(crawl.progress()).toMatchObject({ state: 'stopped', waiting: 0, inFlight: 0 })
    expect(events.at(-1)).toEqual({ kind: 'done', summary })
  })

  it('takes nothing in after a stop, though the port ignores the signal', async () => {
    let release = (): void => undefined
    const gate = new Promise<void>((resolve) => (release = resolve))
    const { port } = portOnto(star(3), { delay: () => gate })
    const { crawl, events } = watch(port, request())
    const over = crawl.run()
    crawl.stop()
    const summary = await over
    const count = events.length
    release()
    await new Promise((resolve) => setTimeout(resolve, 0))
    expect(events).toHaveLength(count)
    expect(summary).toMatchObject({ state: 'stopped', nodes: 1, relations: 0 })
    expect(crawl.progress()).toMatchObject({ state: 'stopped', calls: 0 })
  })

  it('asks nothing where it is stopped before it is run', async () => {
    const { port, asked } = portOnto(chain(2))
    const { crawl } = watch(port, request())
    crawl.stop()
    expect(await crawl.run()).toMatchObject({ state: 'stopped', calls: 0 })
    expect(asked).toEqual([])
  })
})

describe('what goes wrong', () => {
  it('in one branch leaves the others as they are', async () => {
    const { port } = portOnto(star(5), {
      failing: ({ node }) => (node === 'content:3' ? forbidden : null),
    })
    const { crawl } = watch(port, request({ depth: 2 }))
    const summary = await crawl.run()
    expect(summary).toMatchObject({ state: 'partial', reason: 'failures', nodes: 6, cut: [] })
    expect(summary.failures).toMatchObject([{ query: { node: 'content:3' }, failure: forbidden }])
  })

  it.each<Failure>([
    { kind: 'bad-credentials', site: 'https://example.atlassian.net' },
    { kind: 'anonymous', site: 'https://example.atlassian.net' },
    { kind: 'secret-missing', site: 'https://example.atlassian.net' },
    { kind: 'unknown-profile' },
    { kind: 'host-gone' },
  ])('for every call ($kind) breaks the crawl off', async (failure) => {
    const { port, asked } = portOnto(star(50), {
      failing: ({ node }) => (node === 'content:3' ? failure : null),
    })
    const { crawl } = watch(port, request({ depth: 2 }))
    const summary = await crawl.run()
    expect(summary).toMatchObject({ state: 'failed', failure, nodes: 51 })
    expect(asked.length).toBeLessThan(20)
    expect(summary.cut.length + summary.failures.length).toBeGreaterThan(30)
  })

  it('as results without a known end is told as a cut answer', async () => {
    const { port } = portOnto(chain(2))
    const vague: CrawlPort = {
      ...port,
      find: async (...args) => ({ ...(await port.find(...args)), unidentified: 1 }),
    }
    const summary = await watch(vague, request({ depth: 1 })).crawl.run()
    expect(summary).toMatchObject({ state: 'partial', reason: 'unidentified', nodes: 2 })
    expect(summary.unidentified).toBeGreaterThan(0)
    expect(summary.cut).toHaveLength(1)
  })

  it('as paging that does not move on ends the query', async () => {
    const { port, asked } = portOnto(chain(2))
    const stuck: CrawlPort = {
      ...port,
      find: async (query, start, signal) => ({
        ...(await port.find(query, start, signal)),
        next: Math.min(start + 1, 2),
      }),
    }
    const summary = await watch(stuck, request({ depth: 1 })).crawl.run()
    expect(asked).toHaveLength(3)
    expect(summary.cut).toHaveLength(1)
  })

  it('as a bug rejects the run and aborts the rest', async () => {
    const { port } = portOnto(star(5))
    const broken: CrawlPort = {
      ...port,
      find: (query, ...rest) =>
        query.node === 'content:3'
          ? Promise.reject(new TypeError('oops'))
          : port.find(query, ...rest),
    }
    const { crawl } = watch(broken, request({ depth: 2 }))
    await expect(crawl.run()).rejects.toThrow(TypeError)
    expect(crawl.progress()).toMatchObject({ state: 'done', inFlight: 0 })
  })

  it('in who listens rejects the run', async () => {
    const { crawl, on } = watch(portOnto(chain(3)).port, request())
    on((event) => {
      if (event.kind === 'batch' && event.batch.relations.length > 0) throw new RangeError('mine')
    })
    await expect(crawl.run()).rejects.toThrow(RangeError)
  })
})

describe('what a crawl tells', () => {
  it('is one summary at the end, the same as the run gives', async () => {
    const { crawl, events } = watch(portOnto(chain(4)).port, request())
    const summary: CrawlSummary = await crawl.run()
    expect(events.filter(({ kind }) => kind === 'done')).toEqual([{ kind: 'done', summary }])
    expect(events.at(-1)?.kind).toBe('done')
    expect(await crawl.run()).toBe(summary)
  })

  it('starts with the starts, so that they are drawn before the first answer', () => {
    const starts: NodeId[] = ['content:1', 'content:1', 'user:712020:anna']
    const { crawl, events } = watch(portOnto(chain(2)).port, request({ starts }))
    void crawl.run()
    expect(events[0]).toMatchObject({
      kind: 'batch',
      batch: { entities: [{ id: 'content:1' }, { id: 'user:712020:anna' }], relations: [] },
    })
    crawl.stop()
  })

  it('counts to a whole: answered, waiting and in flight', async () => {
    const { crawl, events } = watch(
      portOnto(chain(4)).port,
      request({ direction: 'both', types: ['content', 'user'] }),
    )
    await crawl.run()
    const last = events.findLast((event) => event.kind === 'progress')
    expect(last?.progress).toMatchObject({
      state: 'done',
      depth: 3,
      maxDepth: 3,
      answered: 12,
      waiting: 0,
      inFlight: 0,
      nodes: 4,
      relations: 3,
    })
  })
})
