import type { Failure } from '../failure'
import type { NodeId } from '../graph'
import type { CrawlEvent, CrawlPort, CrawlProgress, CrawlSummary } from './model'
import type { CrawlRequest, FindQuery } from './request'
import type { Ending } from './summary'
import { createHolder, heldFor, type Hold, type MayHold } from './hold'
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
  /** Whether it waits for a sign-in or for its site; left out, it ends instead. */
  readonly mayHold?: MayHold
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
  'locked-out',
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
  mayHold,
}: Options): Crawl {
  const work = createWork({
    port,
    request,
    concurrency,
    isDescribed,
    isAsked,
    now,
    isHeld: (failure) => heldFor(failure, mayHold) !== null,
    onBatch: (batch) => onEvent({ kind: 'batch', batch }),
    onRecords: (records) => onEvent({ kind: 'settled', records }),
    onSettled: (failure, isOwn) =>
      step(() => {
        const cause = failure === null || isOwn ? null : heldFor(failure, mayHold)
        if (failure === null) answered()
        if (failure !== null && cause !== null) hold({ for: cause, failure })
        else if (failure !== null && fatal.has(failure.kind)) end({ kind: 'failed', failure })
        else proceed()
      }),
    onBug: (error) => breakOff(error),
  })
  const over = deferred<CrawlSummary>()
  let state: CrawlProgress['state'] = 'running'
  let started = false
  // What it waits for stays told until an answer has come.
  const holder = createHolder(mayHold, () => {
    if (state !== 'paused' || holder.now() === null) return
    state = 'running'
    step(proceed)
  })

  const progress = (): CrawlProgress => {
    const hold = holder.now()
    return { state, ...work.counts(), ...(hold === null ? {} : { hold }) }
  }
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
    holder.clear()
    work.close({ kind: 'stopped' })
    over.reject(error)
  }

  const end = (ending: Ending): void => {
    holder.clear()
    state = ending.kind === 'stopped' ? 'stopped' : 'done'
    const summary = work.close(ending)
    report()
    onEvent({ kind: 'done', summary })
    over.resolve(summary)
  }

  /** Pauses, keeps every question, and goes on by itself where it waits for the site. */
  const hold = (cause: Hold): void => {
    // Who has paused it goes on with it.
    if (state === 'paused' && holder.now() === null) return proceed()
    state = 'paused'
    work.feel(true)
    if (holder.take(cause)) proceed()
    else end({ kind: 'failed', failure: cause.failure })
  }
  /** An answer came: whatever was waited for is there. What is in flight may still say no. */
  const answered = (): void => {
    if (state === 'paused') return
    work.feel(false)
    holder.answered()
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
    holder.clear()
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
