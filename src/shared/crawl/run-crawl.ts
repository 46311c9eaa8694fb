import type { Failure } from '../failure'
import type { NodeId } from '../graph'
import type { CrawlEvent, CrawlPort, CrawlProgress, CrawlSummary } from './model'
import type { CrawlRequest, FindQuery } from './request'
import type { Ending } from './summary'
import { createWork } from './work'

type Options = {
  readonly port: CrawlPort
  readonly request: CrawlRequest
  /** Called in the order in which things come to be known; `done` is the last. */
  readonly onEvent: (event: CrawlEvent) => void
  /** Finds in flight at a time. The real limit of a site lies below the port. */
  readonly concurrency?: number
  /** Nodes that have a title already, from an earlier crawl: they are not described again. */
  readonly isDescribed?: (id: NodeId) => boolean
  /** Questions that an earlier crawl has answered: they are not put again. */
  readonly isAsked?: (query: FindQuery) => boolean
  readonly now?: () => Date
}

export type Crawl = {
  /** Starts, and resolves when the crawl is over. Rejects only for what is a bug. */
  run(): Promise<CrawlSummary>
  /** Puts no further question; what is in flight is still taken in. */
  pause(): void
  resume(): void
  /** Ends at once: aborts what is in flight and keeps what came. */
  stop(): void
  progress(): CrawlProgress
}

/** Failures that every further call would meet too. */
const fatal: ReadonlySet<Failure['kind']> = new Set<Failure['kind']>([
  'bad-credentials',
  'anonymous',
  'sign-in-expired',
  'secret-missing',
  'unknown-profile',
  'host-gone',
])

/** Walks outward from the starts, breadth first, and tells what comes as it comes. */
export function createCrawl({
  port,
  request,
  onEvent,
  concurrency = 6,
  isDescribed = () => false,
  isAsked = () => false,
  now = () => new Date(),
}: Options): Crawl {
  const work = createWork({
    port,
    request,
    concurrency,
    isDescribed,
    isAsked,
    now,
    onBatch: (batch) => onEvent({ kind: 'batch', batch }),
    onRecords: (records) => onEvent({ kind: 'settled', records }),
    onSettled: (failure) =>
      step(() => {
        if (failure !== null && fatal.has(failure.kind)) end({ kind: 'failed', failure })
        else proceed()
      }),
    onBug: (error) => breakOff(error),
  })
  const over = deferred<CrawlSummary>()
  let state: CrawlProgress['state'] = 'running'
  let started = false

  const progress = (): CrawlProgress => ({ state, ...work.counts() })
  const report = () => onEvent({ kind: 'progress', progress: progress() })
  const isOver = () => state === 'done' || state === 'stopped'

  /** Runs one step; whatever it throws is a bug, and breaks the crawl off. */
  const step = (act: () => void): void => {
    if (isOver()) return
    try {
      act()
    } catch (error) {
      breakOff(error)
    }
  }
  const breakOff = (error: unknown): void => {
    state = 'done'
    work.close({ kind: 'stopped' })
    over.reject(error)
  }

  const end = (ending: Ending): void => {
    state = ending.kind === 'stopped' ? 'stopped' : 'done'
    const summary = work.close(ending)
    report()
    onEvent({ kind: 'done', summary })
    over.resolve(summary)
  }

  const proceed = (): void => {
    if (state === 'running') work.next()
    if (isOver()) return
    if (!work.isIdle() || (state === 'paused' && !work.isExhausted())) report()
    else end({ kind: work.isExhausted() ? 'exhausted' : 'calls-budget' })
  }
  const turn = (from: CrawlProgress['state'], to: CrawlProgress['state']): void => {
    if (state !== from) return
    state = to
    if (started) step(proceed)
  }

  return {
    run: () => {
      if (!started) {
        started = true
        step(() => {
          work.begin()
          proceed()
        })
      }
      return over.promise
    },
    pause: () => turn('running', 'paused'),
    resume: () => turn('paused', 'running'),
    stop: () => step(() => end({ kind: 'stopped' })),
    progress,
  }
}

function deferred<T>() {
  let resolve: (value: T) => void = () => undefined
  let reject: (reason: unknown) => void = () => undefined
  const promise = new Promise<T>((onResolve, onReject) => {
    resolve = onResolve
    reject = onReject
  })
  return { promise, resolve, reject }
}
