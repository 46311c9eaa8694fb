import type { Failure } from '../failure'
import { type Batch, type NodeId, unknownEntity } from '../graph'
import { createCalls } from './calls'
import type { CutReason, QueryRecord } from './completeness'
import { createFrontier } from './frontier'
import { createLoneFailures } from './lone-failures'
import type { IsAsked, Question } from './levels'
import { nodesLookedUp } from './looked-up'
import type { CrawlPort, CrawlSummary } from './model'
import { type CrawlRequest, withoutDoubles } from './request'
import { type Ending, summarise } from './summary'
import { createTitles, describeLimit } from './titles'
import {
  type LackingParts,
  mayPass,
  noteLacking,
  type Undescribed,
  undescribedIn,
} from './undescribed'

type Options = {
  readonly port: CrawlPort
  readonly request: CrawlRequest
  readonly onBatch: (batch: Batch) => void
  /** Told of questions that are over. */
  readonly onRecords: (records: readonly QueryRecord[]) => void
  readonly concurrency: number
  readonly isDescribed: (id: NodeId) => boolean
  readonly isAsked: IsAsked
  readonly now: () => Date
  /** Failures for which a question waits and is asked again, instead of failing. */
  readonly isHeld: (failure: Failure) => boolean
  /**
   * Told when a call is over and its answer taken in; null where it succeeded. `isOwn`: the site
   * answers others, so the failure is about this question alone.
   */
  readonly onSettled: (failure: Failure | null, isOwn: boolean) => void
  /** Told of what is no failure but a bug. */
  readonly onBug: (error: unknown) => void
}

const describesAtATime = 2

/** The calls of one crawl: which may be made now, and what their answers add. */
export function createWork(options: Options) {
  const { port, onBatch, onRecords, onSettled, onBug, isDescribed, isHeld } = options
  const request = withoutDoubles(options.request)
  const frontier = createFrontier(request, options)
  const titles = createTitles(isDescribed)
  const calls = createCalls(isHeld)
  let lacking: LackingParts = new Map()

  let concurrency = options.concurrency

  const finds = () => frontier.counts().inFlight
  /** A call under way has its price set aside, so that only retries can exceed the budget. */
  const mayCall = (limit: number) => calls.used() + calls.open() < limit
  /** Finds leave room for the titles of what they found, but one find is always made. */
  const mayFind = () =>
    finds() < concurrency && mayCall(Math.max(1, request.budget.calls - titles.price()))
  const mayDescribe = () =>
    calls.open() - finds() < describesAtATime && mayCall(request.budget.calls)
  /** Titles wait for a full batch as long as finds may still bring more of them. */
  const isDescribeDue = () =>
    titles.waiting() >= describeLimit ||
    (titles.waiting() > 0 && finds() === 0 && (frontier.isLevelDone() || !mayFind()))

  const send = (batch: Batch) => {
    if (batch.entities.length > 0 || batch.relations.length > 0) onBatch(batch)
  }

  const lone = createLoneFailures()

  const find = (question: Question): void => {
    const asked = lone.asked()
    calls
      .make(
        (signal) => port.find(question.query, question.start, signal),
        (answer) => {
          if (answer.ok) {
            const { entities, relations, fresh, record } = frontier.settle(question, answer.value)
            titles.want(fresh)
            titles.got(entities)
            send({ entities, relations })
            if (record !== null) onRecords([record])
            lone.answered()
            return onSettled(null, false)
          }
          const { failure } = answer
          const verdict = isHeld(failure) ? lone.judge(question, failure, asked) : 'failed'
          if (verdict === 'failed') onRecords([frontier.fail(question, failure)])
          else frontier.putBack(question)
          onSettled(failure, verdict !== 'held')
        },
      )
      .catch(onBug)
  }

  const lookedUp = (nodes: readonly NodeId[], failed: readonly Undescribed[]): void => {
    lacking = noteLacking(lacking, nodes, failed)
    for (const { part, nodes: ids, failure } of failed) {
      if (part === 'title' && mayPass(failure)) titles.wantLate(ids)
    }
  }

  const describe = (nodes: NodeId[]): void => {
    calls
      .make(
        (signal) => port.describe(nodes, signal),
        (answer) => {
          if (answer.ok) {
            send({ entities: nodesLookedUp(answer.value), relations: [] })
            lookedUp(nodes, answer.value.failed)
          } else if (isHeld(answer.failure)) titles.want(nodes)
          else lookedUp(nodes, [{ part: 'title', nodes, failure: answer.failure }])
          if (answer.ok) lone.answered()
          onSettled(answer.ok ? null : answer.failure, false)
        },
      )
      .catch(onBug)
  }

  return {
    begin: (): void => {
      titles.want(request.starts)
      send({ entities: request.starts.map(unknownEntity), relations: [] })
    },
    /** Makes every call that may be made now. */
    next: (): void => {
      for (;;) {
        while (isDescribeDue() && mayDescribe()) describe(titles.take())
        if (frontier.isLevelDone() && !frontier.advance()) {
          if (calls.open() > 0 || !titles.takeUpLate() || !mayDescribe()) return
          continue
        }
        const question = mayFind() ? frontier.take() : null
        if (question !== null) find(question)
        // A level of which all was asked before is found to be done only by taking from it.
        else if (!mayFind() || !frontier.isLevelDone()) return
      }
    },
    /** Only one question at a time, to find out whether the site answers; or as many as usual. */
    feel: (carefully: boolean): void => {
      concurrency = carefully ? 1 : options.concurrency
    },
    isIdle: () => calls.open() === 0,
    /** Nothing is left to ask, whatever the budget. */
    isExhausted: () => frontier.counts().waiting === 0 && titles.isDone(),
    counts: () => ({ ...frontier.counts(), calls: calls.used() }),
    /** Abandons what is under way and gives up what is waiting. */
    close: (ending: Ending): CrawlSummary => {
      calls.abandon()
      const records = frontier.close(cutBy[ending.kind])
      if (records.length > 0) onRecords(records)
      const undescribed = undescribedIn(lacking)
      return summarise(frontier, ending, { calls: calls.used(), undescribed })
    },
  }
}

/** What a question is cut by where its crawl ends so; nothing is left of an exhausted one. */
const cutBy: Record<Ending['kind'], CutReason> = {
  exhausted: 'nodes-budget',
  'calls-budget': 'calls-budget',
  stopped: 'stopped',
  failed: 'broken-off',
}
