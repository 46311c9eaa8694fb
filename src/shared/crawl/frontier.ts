import type { Failure } from '../failure'
import type { Entity, NodeId, Relation } from '../graph'
import { createFound } from './found'
import { createLevels, type Question } from './levels'
import type { FailedQuery, Found, Outcome } from './model'
import { type CrawlRequest, type FindQuery, withoutDoubles } from './request'

/** What of an answer belongs to the crawl; `outcome` is null while pages of the query remain. */
export type Kept = {
  readonly entities: Entity[]
  readonly relations: Relation[]
  /** Nodes seen for the first time. */
  readonly fresh: NodeId[]
  readonly outcome: Outcome | null
}

/**
 * What is still to be asked, and what was found. It makes no call: who runs it takes questions
 * and settles each one once. Levels are strict: a step is taken only when the one before it is
 * settled, so a node's depth is its true distance, whatever the order of answers.
 */
export function createFrontier(wanted: CrawlRequest) {
  const request = withoutDoubles(wanted)
  const levels = createLevels(request)
  const found = createFound(request.starts, request.budget.nodes)
  const inFlight = new Set<Question>()
  const failures: FailedQuery[] = []
  const cut: FindQuery[] = []
  let answered = 0

  const land = (question: Question): void => {
    if (!inFlight.delete(question)) throw new Error('A question is settled once, after it is taken')
    answered += 1
  }

  const settle = (question: Question, page: Found): Kept => {
    land(question)
    const { kept, fresh, dropped } = found.admit(page.relations)
    levels.addNodes(fresh)
    // A page that starts no later than this one would be asked for ever.
    const isStuck = page.next !== null && page.next <= question.start
    const isLacking = question.cut || isStuck || dropped > 0 || page.unidentified > 0
    const next = isStuck ? null : page.next
    if (next !== null) levels.addPage({ ...question, start: next, cut: isLacking })
    else if (isLacking) cut.push(question.query)
    return {
      entities: page.entities.filter(({ id }) => found.has(id)),
      relations: kept,
      fresh,
      outcome: next !== null ? null : isLacking ? 'cut' : 'complete',
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
    fail: (question: Question, failure: Failure): void => {
      land(question)
      failures.push({ query: question.query, failure })
    },
    isLevelDone,
    /** Goes one step further out; false where this level is not done or there is no further one. */
    advance: (): boolean => isLevelDone() && levels.advance(),
    /** Gives up what is waiting or in flight: each such query is cut. */
    close: (): void => {
      for (const { query } of [...inFlight, ...levels.drain()]) cut.push(query)
      inFlight.clear()
    },
    failures: failures as readonly FailedQuery[],
    cut: cut as readonly FindQuery[],
    hasDroppedNodes: found.hasDropped,
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
