import type { Failure } from '../failure'
import { type Batch, type NodeId, unknownEntity } from '../graph'
import { createCalls } from './calls'
import { createFrontier } from './frontier'
import type { Question } from './levels'
import type { CrawlPort, CrawlSummary } from './model'
import { type CrawlRequest, withoutDoubles } from './request'
import { type Ending, summarise } from './summary'
import { createTitles, describeLimit } from './titles'

type Options = {
  readonly port: CrawlPort
  readonly request: CrawlRequest
  readonly onBatch: (batch: Batch) => void
  readonly concurrency: number
  readonly isDescribed: (id: NodeId) => boolean
}

/** One call under way; resolves to its failure, or null where it succeeded or was abandoned. */
type Task = Promise<Failure | null>

const describesAtATime = 2

/** The calls of one crawl: which may be made now, and what their answers add. */
export function createWork(options: Options) {
  const { port, onBatch, concurrency, isDescribed } = options
  const request = withoutDoubles(options.request)
  const frontier = createFrontier(request)
  const titles = createTitles(isDescribed)
  const calls = createCalls()
  const undescribed: { nodes: readonly NodeId[]; failure: Failure }[] = []

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

  const find = async (question: Question): Task => {
    const answer = await calls.make((signal) => port.find(question.query, question.start, signal))
    if (answer === null) return null
    if (!answer.ok) {
      frontier.fail(question, answer.failure)
      return answer.failure
    }
    const { entities, relations, fresh } = frontier.settle(question, answer.value)
    titles.want(fresh)
    titles.got(entities)
    send({ entities, relations })
    return null
  }

  const describe = async (nodes: NodeId[]): Task => {
    const answer = await calls.make((signal) => port.describe(nodes, signal))
    if (answer === null) return null
    if (!answer.ok) {
      undescribed.push({ nodes, failure: answer.failure })
      return answer.failure
    }
    send({ entities: [...answer.value.entities], relations: [] })
    return null
  }

  const describeDue = (): Task[] => {
    const tasks: Task[] = []
    while (isDescribeDue() && mayDescribe()) tasks.push(describe(titles.take()))
    return tasks
  }

  return {
    begin: (): void => {
      titles.want(request.starts)
      send({ entities: request.starts.map(unknownEntity), relations: [] })
    },
    /** Makes every call that may be made now. */
    next: (): Task[] => {
      const tasks: Task[] = []
      for (;;) {
        tasks.push(...describeDue())
        if (frontier.isLevelDone() && !frontier.advance()) return tasks
        const question = mayFind() ? frontier.take() : null
        if (question === null) return tasks
        tasks.push(find(question))
      }
    },
    isIdle: () => calls.open() === 0,
    /** Nothing is left to ask, whatever the budget. */
    isExhausted: () => frontier.counts().waiting === 0 && titles.waiting() === 0,
    counts: () => ({ ...frontier.counts(), calls: calls.used() }),
    /** Abandons what is under way and gives up what is waiting. */
    close: (ending: Ending): CrawlSummary => {
      calls.abandon()
      frontier.close()
      return summarise(frontier, ending, { calls: calls.used(), undescribed })
    },
  }
}
