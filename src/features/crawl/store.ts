import { createStore } from 'zustand/vanilla'
import type { Described, Profile } from '@shared/contract'
import {
  type Completeness,
  createCrawl,
  createPathSearch,
  type CrawlEvent,
  type CrawlProgress,
  type CrawlRequest,
  type CrawlSummary,
  type LackingParts,
  type MayHold,
  nodesLookedUp,
  type NodeStates,
  noteLacking,
  nothingAsked,
  openSeeds,
  type PathAnswer,
  type PathProgress,
  type PathRequest,
  queryKey,
  type QueryRecord,
  telling,
  type Undescribed,
} from '@shared/crawl'
import type { Failure } from '@shared/failure'
import { type Batch, type Entity, type Graph, type NodeId, refOf } from '@shared/graph'
import { createListeners } from '@shared/listeners'
import type { KeptCrawl, PageCrawl } from '@shared/workspace'
import { attempt, type Client } from '../../transport'
import { firstFollow, type Follow, requestOf } from './form'
import { lookUpAll } from './look-up'
import { crawlPort } from './port'
import { noted } from './node-states'
import { probeRequest, type ProbeWanted } from './probe-words'
import { createRecordQueue } from './record-queue'
import { goOnFrom } from './go-on'
import { eachOnce, startsKept } from './starts'

type Crawl = ReturnType<typeof createCrawl>

/** A crawl in sight waits: for a sign-in as long as it takes, and for its site as long as that. */
const mayHold: MayHold = {
  person: true,
  siteMs: Number.POSITIVE_INFINITY,
  wait: (ms, signal) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(resolve, ms)
      signal.addEventListener('abort', () => {
        clearTimeout(timer)
        reject(new Error('No longer waited for'))
      })
    }),
}

/** More than any site's limiter lets through, so that its own choice is what counts. */
const concurrency = 10

export type Run =
  | { kind: 'idle' }
  | { kind: 'active'; progress: CrawlProgress }
  | { kind: 'ended'; progress: CrawlProgress; summary: CrawlSummary }

export type CrawlState = {
  /** Where a crawl begins; empty until something is chosen. */
  readonly starts: readonly Entity[]
  readonly follow: Follow
  readonly run: Run
  /** Nodes being expanded one step further. */
  readonly expanding: ReadonlySet<NodeId>
  /** All calls made for this graph. */
  readonly calls: number
  /** How each question ended that was put for this graph. */
  readonly completeness: Completeness
  /** The gravest of those, a node; a node that is missing here was not asked. */
  readonly states: NodeStates
  /** What could not be looked up of which nodes; what came since then may have mended it. */
  readonly lacking: LackingParts
  readonly lookUp: { readonly isBusy: boolean; readonly failure: Failure | null }
  /** The crawl in sight, as it was asked for, while it runs. */
  readonly running: CrawlRequest | null
  /** Crawls of other pages, as far as they are kept. */
  readonly others: readonly PageCrawl[]
}

/** `go-on` asks what was left open or failed. */
export type Ended =
  | { readonly kind: 'crawl'; readonly summary: CrawlSummary }
  | {
      readonly kind: 'expand'
      readonly start: NodeId
      readonly summary: CrawlSummary
      /** All that it was told, known before or not. */
      readonly batch: Batch
    }
  | { readonly kind: 'go-on'; readonly summary: CrawlSummary }

/** A crawl's form and what was asked, as a workspace kept them. */
export type KeptKnowledge = Partial<Pick<CrawlState, 'starts' | 'follow' | 'calls' | 'others'>> & {
  readonly records: readonly QueryRecord[]
}

type PathWanted = {
  readonly request: PathRequest
  readonly onProgress: (progress: PathProgress) => void
  readonly signal: AbortSignal
}

type Options = {
  readonly kept?: KeptKnowledge
  readonly client: Client
  readonly profile: Profile
  /** This opening of the workspace. */
  readonly page: string
  /** Told before the first call of a crawl. */
  readonly onStart: (starts: readonly Entity[], follow: Follow) => void
  /** Whether the title of a node is known already, so that it is not asked for again. */
  readonly isDescribed: (id: NodeId) => boolean
  readonly onBatch: (batch: Batch) => void
  /** All that was found, with what still waits to be drawn: it is not asked for again. */
  readonly graphNow: () => Graph
  /** Told before the first call of an expansion. */
  readonly onExpand?: (node: NodeId) => void
}

const firstState = (): CrawlState => ({
  starts: [],
  follow: firstFollow,
  run: { kind: 'idle' },
  expanding: new Set(),
  calls: 0,
  completeness: nothingAsked,
  states: new Map(),
  lacking: new Map(),
  lookUp: { isBusy: false, failure: null },
  running: null,
  others: [],
})

/** Walks outward from a start and hands on what comes, batch by batch. */
// One closure over one crawl's state; its parts are above and in the files beside.
// eslint-disable-next-line max-lines-per-function
export function createCrawlStore(options: Options) {
  const { client, profile, page, onStart, isDescribed, onBatch } = options
  const { onExpand = () => undefined } = options
  const { records: asked = [], ...kept } = options.kept ?? {}
  const store = createStore<CrawlState>(() => ({
    ...firstState(),
    ...kept,
    ...noted(firstState(), asked),
  }))
  const port = crawlPort(client, profile.id)
  const closed = new AbortController()
  let current: Crawl | null = null
  const others = new Set<Pick<Crawl, 'stop'>>()
  const ended = createListeners<[what: Ended]>()
  const toldRecords = createListeners<[records: readonly QueryRecord[]]>()
  const records = createRecordQueue((all) => {
    const settled = telling(store.getState().completeness, all)
    store.setState((state) => noted(state, settled))
    toldRecords.tell(settled)
  })

  const keep = (over: { readonly calls: number }) => {
    records.flush()
    store.setState(({ calls }) => ({ calls: calls + over.calls }))
  }
  const lookedUp = (asked: readonly NodeId[], failed: readonly Undescribed[]) =>
    store.setState((state) => ({ lacking: noteLacking(state.lacking, asked, failed) }))
  const take = (event: CrawlEvent): void => {
    if (event.kind === 'batch') onBatch(event.batch)
    if (event.kind === 'settled') records.add(event.records)
    if (event.kind === 'done') lookedUp([], event.summary.undescribed)
  }

  /** Runs a crawl with its progress in sight; one at a time. */
  const runInSight = async (request: CrawlRequest, known: Completeness): Promise<CrawlSummary> => {
    current?.stop()
    const onEvent = (event: CrawlEvent) => {
      take(event)
      if (event.kind === 'progress' && current === mine) {
        store.setState({ run: { kind: 'active', progress: event.progress } })
      }
    }
    const isAsked = (query: QueryRecord['query']) =>
      known.get(query.node)?.has(queryKey(query)) ?? false
    const mine = createCrawl({
      ...{ port, request, onEvent, isDescribed, isAsked, concurrency },
      mayHold,
    })
    current = mine
    store.setState({ run: { kind: 'active', progress: mine.progress() }, running: request })
    const summary = await mine.run()
    keep(summary)
    if (current === mine) {
      store.setState({ run: { kind: 'ended', progress: mine.progress(), summary }, running: null })
    }
    return summary
  }

  const crawl = async () => {
    const { starts, follow } = store.getState()
    if (starts.length === 0) return
    onStart(starts, follow)
    const ids = starts.map(({ id }) => id)
    const summary = await runInSight(requestOf(ids, follow), nothingAsked)
    ended.tell({ kind: 'crawl', summary })
  }

  /** Asks on where questions were left open or failed; what is answered is not asked again. */
  const goOn = async (left: readonly QueryRecord[]) => {
    if (left.length === 0) return
    const { follow, completeness } = store.getState()
    const summary = await runInSight(goOnFrom(left, follow), completeness)
    ended.tell({ kind: 'go-on', summary })
  }

  /** Asks many nodes one step further, in sight; what is answered already is not asked again. */
  const askAt = async (request: CrawlRequest) => {
    const summary = await runInSight(request, store.getState().completeness)
    ended.tell({ kind: 'go-on', summary })
  }

  /** Looks nodes up again of which something is lacking. */
  const lookUpAgain = async (nodes: readonly NodeId[]): Promise<void> => {
    if (store.getState().lookUp.isBusy) return
    store.setState({ lookUp: { isBusy: true, failure: null } })
    const failure = await lookUpAll(port, nodes, closed.signal, (asked, came) => {
      onBatch({ entities: nodesLookedUp(came), relations: [] })
      lookedUp(asked, came.failed)
      store.setState(({ calls }) => ({ calls: calls + came.calls }))
    })
    store.setState({ lookUp: { isBusy: false, failure } })
  }

  /** Runs a crawl beside the one in sight. */
  const runAside = async (
    request: CrawlRequest,
    onEvent: (event: CrawlEvent) => void = take,
    signal?: AbortSignal,
  ): Promise<CrawlSummary> => {
    const mine = createCrawl({ port, request, onEvent, isDescribed, concurrency })
    others.add(mine)
    signal?.addEventListener('abort', () => mine.stop(), { once: true })
    const summary = await mine.run()
    others.delete(mine)
    keep(summary)
    return summary
  }

  const expand = async (node: NodeId, follow: Partial<Follow> = {}) => {
    if (store.getState().expanding.has(node)) return
    const chosen = { ...store.getState().follow, ...follow, depth: 1 }
    store.setState(({ expanding }) => ({ expanding: new Set(expanding).add(node) }))
    const told: Batch = { entities: [], relations: [] }
    onExpand(node)
    const summary = await runAside(requestOf([node], chosen), gatherInto(told, take))
    store.setState(({ expanding }) => ({
      expanding: new Set([...expanding].filter((id) => id !== node)),
    }))
    ended.tell({ kind: 'expand', start: node, summary, batch: told })
  }

  /** Asks many names at one node, one step; what is found is taken in like anything else. */
  const probe = async (wanted: ProbeWanted): Promise<void> => {
    const request = {
      ...requestOf([wanted.node], store.getState().follow),
      ...probeRequest(wanted),
    }
    const onEvent = (event: CrawlEvent) => {
      take(event)
      if (event.kind === 'settled') wanted.onRecords(event.records)
    }
    await runAside(request, onEvent, wanted.signal)
  }

  /** Looks for a path from both ends; what is found is taken in like anything else. */
  const findPath = async ({ signal, ...wanted }: PathWanted): Promise<PathAnswer> => {
    records.flush()
    const { completeness } = store.getState()
    const known = { completeness, graph: options.graphNow(), isDescribed, concurrency }
    const mine = createPathSearch({ port, ...known, ...wanted, onEvent: take })
    others.add(mine)
    signal.addEventListener('abort', () => mine.stop(), { once: true })
    const answer = await mine.run()
    others.delete(mine)
    keep(answer)
    return answer
  }

  /** Goes on with a crawl that an earlier start of the program left; nothing is asked twice. */
  const takeUp = async (request: CrawlRequest, graph: Graph) => {
    const { completeness } = store.getState()
    const seeds = openSeeds(request, graph, completeness)
    if (seeds.length === 0) return
    const starts = [...new Set(seeds.map(({ query }) => query.node))]
    const summary = await runInSight({ ...request, starts, seeds }, completeness)
    ended.tell({ kind: 'go-on', summary })
  }

  return {
    store,
    probe,
    findPath,
    takeUp,
    lookUpAgain,
    /** Called at the end of a crawl, of an expansion and of going on. Returns how to stop listening. */
    onEnd: ended.add,
    /** Called with questions that are over. Returns how to stop listening. */
    onRecords: toldRecords.add,
    /** Hands on at once the records that are waiting. */
    flush: records.flush,
    /** What was found at a node was taken away again, so its answers are no longer whole. */
    doubt: (node: NodeId) => {
      const own = [...(store.getState().completeness.get(node)?.values() ?? [])]
      records.add(own.map((one) => ({ ...one, state: 'cut', why: 'stopped', from: 0, before: 0 })))
      records.flush()
    },
    /** The form and the crawls of other pages, as another page has them. */
    take: ({ start, moreStarts, follow, calls, running }: KeptCrawl) =>
      store.setState({
        starts: startsKept(start, moreStarts),
        ...{ follow, calls },
        others: running.filter((one) => one.page !== page),
      }),
    /** Crawls whose page is gone are nobody's any more. */
    forgetOthers: (gone: readonly PageCrawl[]) =>
      store.setState(({ others }) => ({ others: others.filter((one) => !gone.includes(one)) })),
    /** Questions that were answered by other means than a crawl. */
    settled: records.add,
    /** What another page was answered. */
    note: (told: readonly QueryRecord[]) => store.setState((state) => noted(state, told)),
    setStarts: (starts: readonly Entity[]) => store.setState({ starts: eachOnce(starts) }),
    setFollow: (part: Partial<Follow>) =>
      store.setState(({ follow }) => ({ follow: { ...follow, ...part } })),
    crawl,
    expand,
    askAt,
    goOn,
    pause: () => current?.pause(),
    resume: () => current?.resume(),
    stop: () => current?.stop(),
    lookUp: async (entity: Entity) => {
      const answer = await lookUp(client, profile, entity)
      if (answer === null) return
      onBatch({ entities: nodesLookedUp(answer), relations: [] })
      lookedUp([entity.id], answer.failed)
      store.setState((state) => ({ calls: state.calls + answer.calls }))
    },
    /** Calls made elsewhere for this graph: looking up a start, an edit. */
    addCalls: (calls: number) => store.setState((state) => ({ calls: state.calls + calls })),
    close: () => {
      closed.abort()
      current?.stop()
      for (const crawl of others) crawl.stop()
    },
  }
}
export type CrawlModel = ReturnType<typeof createCrawlStore>

/** Keeps a copy of the batches of one walk. */
const gatherInto = (told: Batch, take: (event: CrawlEvent) => void) => (event: CrawlEvent) => {
  take(event)
  if (event.kind !== 'batch') return
  told.entities.push(...event.batch.entities)
  told.relations.push(...event.batch.relations)
}

/** Asks what a node is where only a part is known: a find tells a title, but no author. */
async function lookUp(
  client: Client,
  profile: Profile,
  { id, createdBy, status }: Entity,
): Promise<Described | null> {
  const asked = refOf(id)
  if (asked.type === 'user' ? status !== 'unknown' : createdBy !== undefined) return null
  const result = await attempt(client.remote.describe({ profile: profile.id, refs: [asked] }))
  return result.ok ? result.value : null
}
