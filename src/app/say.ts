import { explain, type Failure } from '@shared/failure'
import { type Unreadable, unreadableWords } from '@shared/workspace'
import type { Notices } from '../ui'
import type { ActNotices } from './act-notices'

export const sayFailure = (notices: Notices, failure: Failure, before = ''): void => {
  const { sentence, next } = explain(failure)
  notices.say({ tone: 'bad', sentence: `${before}${sentence}`, next })
}

/** Says what of a workspace's file could not be read; nothing where all of it was. */
export const sayLeftOut = (notices: Notices, unreadable: readonly Unreadable[]): void => {
  if (unreadable.length === 0) return
  notices.say({
    tone: 'bad',
    sentence: `Part of this workspace cannot be read and was left out: ${unreadableWords(unreadable)}.`,
    next: 'The file keeps it as it is. Go on, or open another workspace.',
  })
}

export type SayConflict = (failure: Failure, entry: string, before: string) => void

/** Says that somebody else stands in the way, and offers to do it all the same. */
export const createSayConflict =
  (notices: ActNotices, force: (entry: string) => void): SayConflict =>
  (failure, entry, before) => {
    const { sentence, next } = explain(failure)
    notices.say(entry, 'untouched', {
      tone: 'bad',
      sentence: `${before}${sentence}`,
      next,
      action: { label: 'Delete all the same', onPick: () => force(entry) },
    })
  }
