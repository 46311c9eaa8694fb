import type { NodeId } from '../graph'
import { type CrawlRequest, type FindQuery, queriesAt } from './request'

/** One page of one query, asked `depth` steps from the starts. */
export type Question = {
  readonly query: FindQuery
  readonly start: number
  readonly depth: number
  /** Relations that earlier pages gave. */
  readonly found: number
  /** The first page that lacked something, with what those before it gave; null where none did. */
  readonly lack: { readonly from: number; readonly before: number } | null
  /** Results whose other end could not be told. */
  readonly unidentified: number
}

/** Whether a question was answered in an earlier crawl, so that it is not put again. */
export type IsAsked = (query: FindQuery) => boolean

/**
 * The questions of a crawl in their order: all of one level before any of the next. They are made
 * when they are taken, so a level of a hundred thousand nodes costs a list of ids.
 */
export function createLevels(request: CrawlRequest, isAsked: IsAsked) {
  const perNode = queriesAt('content:1', request).length
  const seeds = seedsByDepth(request)
  let depth = 0
  let nextLevel: NodeId[] = []
  let pages: Question[] = []
  /** Asked again when all others of the level had their turn, so that none stands in their way. */
  let last: Question[] = []
  let level: Iterator<Question, undefined>
  /** What `level` may still hold; those asked before are found out when their turn comes. */
  let left = 0

  function* questionsAt(ids: readonly NodeId[], at: number): Generator<Question, undefined> {
    yield* seeds.get(at) ?? []
    for (const id of ids) {
      for (const query of queriesAt(id, request)) {
        if (isAsked(query)) skip()
        else yield { query, start: 0, depth: at, found: 0, lack: null, unidentified: 0 }
      }
    }
  }
  const skip = () => {
    left -= 1
  }
  const sizeOf = (ids: readonly NodeId[], at: number) =>
    ids.length * perNode + (seeds.get(at)?.length ?? 0)
  const open = (ids: readonly NodeId[]): void => {
    level = questionsAt(ids, depth)
    left = sizeOf(ids, depth)
    nextLevel = []
    pages = []
    last = []
  }
  const ofNextLevel = () => (depth + 1 < request.depth ? nextLevel : [])
  const later = () => [...seeds.keys()].some((at) => at > depth)
  open(request.seeds === undefined ? request.starts : [])

  return {
    /** The next question of this level, or null. */
    take: (): Question | null => {
      const page = pages.shift()
      if (page !== undefined) return page
      const question = level.next().value
      if (question === undefined) return last.shift() ?? null
      left -= 1
      return question
    },
    addPage: (question: Question): void => {
      pages.push(question)
    },
    addLast: (question: Question): void => {
      last.push(question)
    },
    addNodes: (ids: readonly NodeId[]): void => {
      for (const id of ids) nextLevel.push(id)
    },
    /** Opens the next level; false where there is none. */
    advance: (): boolean => {
      const ids = ofNextLevel()
      if (ids.length === 0 && !later()) return false
      depth += 1
      open(ids)
      return true
    },
    /** Gives up all that is left, and returns it. */
    drain: (): Question[] => {
      const rest = [...pages, ...last, ...drained(level), ...questionsAt(ofNextLevel(), depth + 1)]
      for (const [at, own] of seeds) if (at > depth + 1) rest.push(...own)
      seeds.clear()
      open([])
      return rest
    },
    isEmpty: () => left === 0 && pages.length === 0 && last.length === 0,
    waiting: () => {
      const next = ofNextLevel()
      const far = [...seeds].filter(([at]) => at > depth + 1)
      return (
        left +
        pages.length +
        last.length +
        sizeOf(next, depth + 1) +
        far.reduce((sum, [, own]) => sum + own.length, 0)
      )
    },
    /** The step outward that this level takes, from 1. */
    step: () => depth + 1,
  }
}

function* drained(level: Iterator<Question, undefined>): Generator<Question> {
  for (;;) {
    const question = level.next().value
    if (question === undefined) return
    yield question
  }
}

/** Seeds stand at the depth at which their crawl put them, counted back from the last step. */
function seedsByDepth({ seeds = [], depth }: CrawlRequest): Map<number, Question[]> {
  const byDepth = new Map<number, Question[]>()
  for (const { query, from, before, left } of seeds) {
    const at = Math.max(0, depth - 1 - left)
    const question = { query, start: from, depth: at, found: before, lack: null, unidentified: 0 }
    byDepth.set(at, [...(byDepth.get(at) ?? []), question])
  }
  return byDepth
}
