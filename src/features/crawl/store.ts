import { createStore } from 'zustand/vanilla'
import type { Profile } from '@shared/contract'
import {
  createCrawl,
  type CrawlEvent,
  type CrawlProgress,
  type CrawlSummary,
  type FindQuery,
} from '@shared/crawl'
import type { Failure } from '@shared/failure'
import { type Batch, type Entity, type NodeId, refOf } from '@shared/graph'
import { attempt, type Client } from '../../transport'
import { firstFollow, type Follow, requestOf } from './form'
import { crawlPort } from './port'

type Crawl = ReturnType<typeof createCrawl>

export type Run =
  | { kind: 'idle' }
  | { kind: 'active'; progress: CrawlProgress }
  | { kind: 'ended'; progress: CrawlProgress; summary: CrawlSummary }

export type CrawlState = {
  readonly start: Entity | null
  readonly follow: Follow
  readonly run: Run
  /** Nodes being expanded one step further. */
  readonly expanding: ReadonlySet<NodeId>
  /** All calls made for this graph. */
  readonly calls: number
  readonly failures: readonly { query: FindQuery; failure: Failure }[]
}

type Options = {
  readonly client: Client
  readonly profile: Profile
  /** Told before the first call of a crawl. */
  readonly onStart: (start: Entity, follow: Follow) => void
  /** Whether the title of a node is known already, so that it is not asked for again. */
  readonly isDescribed: (id: NodeId) => boolean
  readonly onBatch: (batch: Batch) => void
  /** Told at the end of a crawl and of an expansion. */
  readonly onEnd: (what: { kind: 'crawl' | 'expand'; start: NodeId; summary: CrawlSummary }) => void
}

/** Walks outward from a start and hands on what comes, batch by batch. */
export function createCrawlStore({
  client,
  profile,
  onStart,
  isDescribed,
  onBatch,
  onEnd,
}: Options) {
  const store = createStore<CrawlState>(() => ({
    start: null,
    follow: firstFollow,
    run: { kind: 'idle' },
    expanding: new Set(),
    calls: 0,
    failures: [],
  }))
  const port = crawlPort(client, profile.id)
  let current: Crawl | null = null
  const others = new Set<Crawl>()

  const keep = (summary: CrawlSummary) =>
    store.setState(({ calls, failures }) => ({
      calls: calls + summary.calls,
      failures: [...failures, ...summary.failures],
    }))

  const crawl = async (start: Entity) => {
    current?.stop()
    onStart(start, store.getState().follow)
    const onEvent = (event: CrawlEvent) => {
      if (event.kind === 'batch') onBatch(event.batch)
      if (event.kind === 'progress' && current === mine) {
        store.setState({ run: { kind: 'active', progress: event.progress } })
      }
    }
    const request = requestOf([start.id], store.getState().follow)
    const mine = createCrawl({ port, request, onEvent, isDescribed })
    current = mine
    store.setState({ run: { kind: 'active', progress: mine.progress() } })
    const summary = await mine.run()
    keep(summary)
    if (current === mine) {
      store.setState({ run: { kind: 'ended', progress: mine.progress(), summary } })
    }
    onEnd({ kind: 'crawl', start: start.id, summary })
  }

  const expand = async (node: NodeId, follow: Partial<Follow> = {}) => {
    if (store.getState().expanding.has(node)) return
    const chosen = { ...store.getState().follow, ...follow, depth: 1 }
    const request = requestOf([node], chosen)
    const onEvent = (event: CrawlEvent) => {
      if (event.kind === 'batch') onBatch(event.batch)
    }
    const mine = createCrawl({ port, request, onEvent, isDescribed })
    others.add(mine)
    store.setState(({ expanding }) => ({ expanding: new Set(expanding).add(node) }))
    const summary = await mine.run()
    others.delete(mine)
    keep(summary)
    store.setState(({ expanding }) => {
      const next = new Set(expanding)
      next.delete(node)
      return { expanding: next }
    })
    onEnd({ kind: 'expand', start: node, summary })
  }

  return {
    store,
    setStart: (start: Entity | null) => store.setState({ start }),
    setFollow: (part: Partial<Follow>) =>
      store.setState(({ follow }) => ({ follow: { ...follow, ...part } })),
    crawl,
    expand,
    pause: () => current?.pause(),
    resume: () => current?.resume(),
    stop: () => current?.stop(),
    /** Asks what a node is where only a part is known: a find tells a title, but no author. */
    lookUp: async ({ id, createdBy, status }: Entity) => {
      const asked = refOf(id)
      if (asked.type === 'user' ? status !== 'unknown' : createdBy !== undefined) return
      const result = await attempt(client.remote.describe({ profile: profile.id, refs: [asked] }))
      if (!result.ok) return
      onBatch({ entities: result.value.entities, relations: [] })
      store.setState((state) => ({ calls: state.calls + result.value.calls }))
    },
    /** Calls made elsewhere for this graph: looking up a start, an edit. */
    addCalls: (calls: number) => store.setState((state) => ({ calls: state.calls + calls })),
    close: () => {
      current?.stop()
      for (const crawl of others) crawl.stop()
    },
  }
}
export type CrawlModel = ReturnType<typeof createCrawlStore>
