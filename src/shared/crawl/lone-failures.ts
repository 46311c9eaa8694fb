import type { Failure } from '../failure'
import { queryKey } from './request'
import { mayBeItsOwn } from './hold'
import type { Question } from './levels'

/** Failures of one question after each of which its site has answered another. */
const mostBeside = 3
/** Failures in all of a question, where the site has answered others since the first of them. */
const mostInAll = 6

/** `held`: the site may be gone. `again`: it is there, so the question has another try. */
type Verdict = 'held' | 'again' | 'failed'

/** What came of a question so far; `first` and `last` count the answers of the site at a failure. */
type Tries = {
  readonly first: number
  readonly last: number
  readonly beside: number
  readonly all: number
}

/**
 * Tells a site that is gone from one question that is never answered, which must not hold all the
 * others: only a site that is there answers another one in between.
 */
export function createLoneFailures() {
  const tries = new Map<string, Tries>()
  let answers = 0
  return {
    /** To be kept with a question that is asked now. */
    asked: (): number => answers,
    answered: (): void => {
      answers += 1
    },
    judge: ({ query, start }: Question, failure: Failure, asked: number): Verdict => {
      if (!mayBeItsOwn(failure)) return 'held'
      const key = `${queryKey(query)} ${start}`
      const none = { first: asked, last: asked, beside: 0, all: 0 }
      const { first, last, beside, all } = tries.get(key) ?? none
      const isBeside = answers > last
      const now = { first, last: answers, beside: beside + (isBeside ? 1 : 0), all: all + 1 }
      tries.set(key, now)
      const isGivenUp = now.beside >= mostBeside || (now.all >= mostInAll && answers > first)
      if (isGivenUp) return 'failed'
      return isBeside ? 'again' : 'held'
    },
  }
}
