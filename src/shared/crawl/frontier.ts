import type { Failure } from '../failure'
import type { Entity, NodeId, Relation } from '../graph'
import { type CutReason, type QueryRecord, stateOfFailure } from './completeness'
import { createFound } from './found'
import { createLevels, type IsAsked, type Question } from './levels'
import type { FailedQuery, Found } from './model'
import { type CrawlRequest, type FindQuery, withoutDoubles } from './request'

/** What of an answer belongs to the crawl; `record` is null while pages of the query remain. */
export type Kept = {
  readonly entities: Entity[]
  readonly relations: Relation[]
  /** Nodes seen for the first time. */
  readonly fresh: NodeId[]
  readonly record: QueryRecord | null
}

/**
 * What is still to be asked, and what was found. It makes no call: who runs it takes questions
 * and settles each one once. Levels are strict: a step is taken only when the one before it is
 * settled, so a node's depth is its true distance, whatever the order of answers.
 */
export function createFrontier(
  wanted: CrawlRequest,
  { now = () => new Date(), isAsked = () => false }: { now?: () => Date; isAsked?: IsAsked } = {},
) {
  const request = withoutDoubles(wanted)
  const levels = createLevels(request, isAsked)
  const found = createFound(request.starts, request.budget.nodes)
  const inFlight = new Set<Question>()
  const failures: FailedQuery[] = []
  const cut: FindQuery[] = []
  let answered = 0
  let unidentified = 0

  const land = (question: Question): void => {
    if (!inFlight.delete(question)) throw new Error('A question is settled once, after it is taken')
    answered += 1
  }
  const recordOf = (question: Question, rest: Ended): QueryRecord => ({
    query: question.query,
    at: now().toISOString(),
    found: question.found,
    from: question.lack?.from ?? question.start,
    before: question.lack?.before ?? question.found,
    left: request.depth - 1 - question.depth,
    ...(question.unidentified > 0 && { unidentified: question.unidentified }),
    ...rest,
  })

  const settle = (question: Question, page: Found): Kept => {
    land(question)
    unidentified += page.unidentified
    const { kept, fresh, dropped } = found.admit(page.relations)
    levels.addNodes(fresh)
    // A page that starts no later than this one would be asked for ever.
    const isStuck = page.next !== null && page.next <= question.start
    const why = lackOf({ isStuck, dropped, unidentified: page.unidentified })
    const sum = {
      ...question,
      found: question.found + kept.length,
      unidentified: question.unidentified + page.unidentified,
      lack:
        question.lack ?? (why === null ? null : { from: question.start, before: question.found }),
    }
    const next = isStuck ? null : page.next
    if (next !== null) levels.addPage({ ...sum, start: next })
    else if (sum.lack !== null) cut.push(question.query)
    return {
      entities: page.entities.filter(({ id }) => found.has(id)),
      relations: kept,
      fresh,
      record: next === null ? recordOf(sum, endOf(sum, why, found.hasDropped())) : null,
    }
  }

  const isLevelDone = () => levels.isEmpty() && inFlight.size === 0

  return {
    /** The next question, from now on in flight; null where this level has no more to give. */
    take: (): Question | null => {
      const question = levels.take()
      if (question !== null) inFlight.add(question)
      return question
    },
    settle,
    fail: (question: Question, failure: Failure): QueryRecord => {
      land(question)
      failures.push({ query: question.query, failure })
      return recordOf(question, { state: stateOfFailure(failure), failure })
    },
    /** Puts a question back that was not answered for a reason of its own: it is asked again. */
    putBack: (question: Question): void => {
      if (!inFlight.delete(question)) throw new Error('Only what is in flight is put back')
      levels.addLast(question)
    },
    isLevelDone,
    /** Goes one step further out; false where this level is not done or there is no further one. */
    advance: (): boolean => isLevelDone() && levels.advance(),
    /** Gives up what is waiting or in flight: each such query is cut. */
    close: (why: CutReason): QueryRecord[] => {
      const left = [...inFlight, ...levels.drain()]
      inFlight.clear()
      return left.map((question) => {
        cut.push(question.query)
        return recordOf(question, { state: 'cut', why })
      })
    },
    failures: failures as readonly FailedQuery[],
    cut: cut as readonly FindQuery[],
    hasDroppedNodes: found.hasDropped,
    /** Results, of all questions, whose other end could not be told. */
    unidentified: () => unidentified,
    counts: () => ({
      depth: levels.step(),
      maxDepth: request.depth,
      ...found.counts(),
      answered,
      waiting: levels.waiting(),
      inFlight: inFlight.size,
      failures: failures.length,
      cut: cut.length,
    }),
  }
}
export type Frontier = ReturnType<typeof createFrontier>

type Ended = Pick<QueryRecord, 'state' | 'why' | 'failure'>

const lackOf = (lack: { isStuck: boolean; dropped: number; unidentified: number }) => {
  if (lack.dropped > 0) return 'nodes-budget'
  if (lack.isStuck) return 'paging'
  return lack.unidentified > 0 ? 'unidentified' : null
}

/** The last page may be whole although an earlier one was not. */
const endOf = (question: Question, why: CutReason | null, hasDropped: boolean): Ended => {
  if (question.lack === null) return { state: 'complete' }
  return { state: 'cut', why: why ?? (hasDropped ? 'nodes-budget' : 'unidentified') }
}
