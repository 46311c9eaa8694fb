import { explain, type Failure } from '@shared/failure'
import type { Notices } from '../ui'

export const sayFailure = (notices: Notices, failure: Failure, before = ''): void => {
  const { sentence, next } = explain(failure)
  notices.say({ tone: 'bad', sentence: `${before}${sentence}`, next })
}

export type SayConflict = (failure: Failure, entry: string, before: string) => void

/** Says that somebody else stands in the way, and offers to do it all the same. */
export const createSayConflict =
  (notices: Notices, force: (entry: string) => void): SayConflict =>
  (failure, entry, before) => {
    const { sentence, next } = explain(failure)
    notices.say({
      tone: 'bad',
      sentence: `${before}${sentence}`,
      next,
      action: { label: 'Delete all the same', onPick: () => force(entry) },
    })
  }
