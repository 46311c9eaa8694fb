import { explain, type Failure } from '@shared/failure'
import { type Unreadable, unreadableWords, type WorkspaceMove } from '@shared/workspace'
import { quoted } from '@shared/text'
import type { Voice } from '../ui'

export const sayFailure = (notices: Voice, failure: Failure, before = ''): void => {
  const explained = explain(failure)
  notices.say({ tone: 'bad', ...explained, sentence: `${before}${explained.sentence}` })
}

/** Says what of a workspace's file could not be read; nothing where all of it was. */
export const sayLeftOut = (notices: Voice, unreadable: readonly Unreadable[]): void => {
  if (unreadable.length === 0) return
  notices.say({
    tone: 'bad',
    sentence: `Part of this workspace cannot be read and was left out: ${unreadableWords(unreadable)}.`,
    next: 'The file keeps it as it is. Go on, or open another workspace.',
  })
}

/** Says what another program did to the open file, and where the work is now. */
export const sayMove = (notices: Voice, { from, to, why }: WorkspaceMove): void => {
  if (why === 'renamed') {
    notices.say({ tone: 'plain', sentence: `${quoted(from)} is named ${quoted(to)} now.` })
    return
  }
  const rest = why === 'deleted' ? '' : ` ${quoted(from)} is as the other program left it.`
  notices.say({
    tone: 'bad',
    sentence: `${quoted(from)} was ${why} by another program or window while it was open here.`,
    next: `Nothing is lost: your work goes on in ${quoted(to)}.${rest}`,
    // It is read, or put away by hand.
    stay: 0,
  })
}
