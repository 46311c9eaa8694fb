import type { NodeId } from '../graph'
import { type CrawlRequest, type FindQuery, queriesAt } from './request'

/** One page of one query, asked `depth` steps from the starts. */
export type Question = {
  readonly query: FindQuery
  readonly start: number
  readonly depth: number
  /** An earlier page of the same query lacked something. */
  readonly cut: boolean
}

/**
 * The questions of a crawl in their order: all of one level before any of the next. They are made
 * when they are taken, so a level of a hundred thousand nodes costs a list of ids.
 */
export function createLevels(request: CrawlRequest) {
  const perNode = queriesAt('content:1', request).length
  let depth = 0
  let nextLevel: NodeId[] = []
  let pages: Question[] = []
  let level = questionsAt(request.starts)
  /** What `level` still holds. */
  let left = request.starts.length * perNode

  function* questionsAt(ids: readonly NodeId[]): Generator<Question, undefined> {
    for (const id of ids) {
      for (const query of queriesAt(id, request)) yield { query, start: 0, depth, cut: false }
    }
  }

  const open = (ids: NodeId[]): void => {
    level = questionsAt(ids)
    left = ids.length * perNode
    nextLevel = []
    pages = []
  }
  const ofNextLevel = () => (depth + 1 < request.depth ? nextLevel : [])

  return {
    /** The next question of this level, or null. */
    take: (): Question | null => {
      const page = pages.shift()
      if (page !== undefined) return page
      const question = level.next().value
      if (question === undefined) return null
      left -= 1
      return question
    },
    addPage: (question: Question): void => {
      pages.push(question)
    },
    addNodes: (ids: readonly NodeId[]): void => {
      for (const id of ids) nextLevel.push(id)
    },
    /** Opens the next level; false where there is none. */
    advance: (): boolean => {
      const ids = ofNextLevel()
      if (ids.length === 0) return false
      depth += 1
      open(ids)
      return true
    },
    /** Gives up all that is left, and returns it. */
    drain: (): Question[] => {
      const rest = [...pages, ...level, ...questionsAt(ofNextLevel())]
      open([])
      return rest
    },
    isEmpty: () => left === 0 && pages.length === 0,
    waiting: () => left + pages.length + ofNextLevel().length * perNode,
    /** The step outward that this level takes, from 1. */
    step: () => depth + 1,
  }
}
