import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { note, nothingAsked, type QueryRecord } from '@shared/crawl'
import { emptyGraph, type Graph, relationOf, unknownEntity } from '@shared/graph'
import type { CrawlModel, CrawlState } from '../../../../../src/features/crawl'
import { createGraphStore } from '../../../../../src/features/graph'
import { doJob, type InsightJob } from '../../../../../src/features/insights/job'
import { createInsightStore } from '../../../../../src/features/insights/store'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const record = (node: `content:${string}`): QueryRecord => ({
  query: { node, relation: 'near', direction: 'out', type: 'content' },
  state: 'complete',
  at: '2026-01-01T00:00:00.000Z',
  found: 0,
  from: 0,
  before: 0,
  left: 0,
})

/** A graph and what is known of it, without a site. */
function open() {
  const graph = createGraphStore()
  const known = createStore<Pick<CrawlState, 'completeness' | 'states'>>(() => ({
    completeness: nothingAsked,
    states: new Map(),
  }))
  // Of the crawl only what is known is read.
  const insights = createInsightStore(graph, { store: known } as unknown as CrawlModel)
  const totals = () =>
    Object.fromEntries(insights.store.getState().sections.map(({ kind, total }) => [kind, total]))
  return { graph, known, insights, totals, kind: () => insights.store.getState().process.kind }
}

const page = (n: number) => unknownEntity(`content:${n}`)

describe('the insights of a graph', () => {
  it('are worked out at once, and again when the graph has changed and rests', async () => {
    const { graph, insights, kind, totals } = open()
    const stop = insights.follow()
    await vi.advanceTimersByTimeAsync(1)
    expect(kind()).toBe('ready')
    const pairs = [1, 2, 3].map((n) => relationOf('near', `content:${n}`, `content:${(n % 3) + 1}`))
    graph.apply({ entities: [], relations: pairs })
    expect(kind()).toBe('waiting')
    await vi.advanceTimersByTimeAsync(300)
    graph.apply({ entities: [page(9)], relations: [] })
    await vi.advanceTimersByTimeAsync(300)
    expect(kind()).toBe('waiting')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(kind()).toBe('ready')
    expect(totals()).toMatchObject({ cycles: 1, orphans: 0 })
    stop()
  })

  it('follow what is known too: a node is an orphan once it was asked in full', async () => {
    const { graph, known, insights, totals } = open()
    graph.apply({ entities: [page(1)], relations: [] })
    insights.follow()
    await vi.advanceTimersByTimeAsync(1)
    expect(totals()).toMatchObject({ orphans: 0 })
    known.setState({
      completeness: note(nothingAsked, [record('content:1')]),
      states: new Map([['content:1', 'complete']]),
    })
    await vi.advanceTimersByTimeAsync(1_000)
    expect(totals()).toMatchObject({ orphans: 1 })
  })

  it('call a pair one-way only where the way back was asked for', async () => {
    const { graph, known, insights, totals } = open()
    const both = [
      [1, 2],
      [2, 1],
      [3, 4],
      [4, 3],
      [5, 6],
      [7, 8],
    ].map(([a, b]) => relationOf('near', `content:${a ?? 0}`, `content:${b ?? 0}`))
    graph.apply({ entities: [], relations: both })
    known.setState({ completeness: note(nothingAsked, [record('content:6')]) })
    insights.follow()
    await vi.advanceTimersByTimeAsync(1)
    expect(totals()).toMatchObject({ 'one-way': 1 })
  })

  it('say that they failed, and can be tried again', async () => {
    const { graph, known, insights, kind } = open()
    // A relation whose end is no node's id.
    const broken = { ...relationOf('near', 'content:1', 'content:2'), source: 'nobody' }
    const edges = new Map([[broken.id, broken]])
    graph.store.setState({ graph: { ...emptyGraph, edges } as unknown as Graph })
    known.setState({ completeness: note(nothingAsked, [record('content:2')]) })
    insights.work()
    await vi.advanceTimersByTimeAsync(1)
    expect(kind()).toBe('failed')
    graph.store.setState({ graph: emptyGraph })
    insights.work()
    await vi.advanceTimersByTimeAsync(1)
    expect(kind()).toBe('ready')
  })

  it('come from a worker where the graph is large, which ends with its work', async () => {
    const workers: { posted: unknown; ended: boolean }[] = []
    class FakeWorker {
      readonly seen = { posted: null as unknown, ended: false }
      onmessage: (message: { data: unknown }) => void = () => undefined
      postMessage(job: InsightJob) {
        workers.push(this.seen)
        this.seen.posted = job
        setTimeout(() => this.onmessage({ data: doJob(job) }), 50)
      }
      terminate() {
        this.seen.ended = true
      }
    }
    vi.stubGlobal('Worker', FakeWorker)
    const { graph, insights, kind } = open()
    const entities = Array.from({ length: 2_000 }, (_, at) => page(at))
    graph.apply({ entities, relations: [] })
    insights.work()
    await vi.advanceTimersByTimeAsync(10)
    expect([workers.length, kind()]).toEqual([1, 'working'])
    insights.work()
    await vi.advanceTimersByTimeAsync(10)
    // The first is given up.
    expect(workers.map(({ ended }) => ended)).toEqual([true, false])
    await vi.advanceTimersByTimeAsync(100)
    expect([workers.every(({ ended }) => ended), kind()]).toEqual([true, 'ready'])
  })

  it('are given up where nobody looks any more', async () => {
    const { graph, insights, kind } = open()
    const stop = insights.follow()
    stop()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(kind()).toBe('working')
    graph.apply({ entities: [page(1)], relations: [] })
    await vi.advanceTimersByTimeAsync(1_000)
    expect(kind()).toBe('working')
  })
})
