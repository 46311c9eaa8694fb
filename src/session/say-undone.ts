import type { Entry } from '@shared/edit'
import { explain, type Failure } from '@shared/failure'
import { countsOf, resultOf } from '../features/edit'
import type { Notice, Voice } from '../ui'
import type { ActNotices } from './act-notices'
import { sayFailure } from './say'

/** What can be pressed beside a sentence about an act that did not go as it was meant. */
export type Remedies = {
  /** Deletes also what somebody else has made anew. */
  readonly force: (entry: string) => void
  readonly checkAgain: (entry: string) => void
  readonly sendRest: (entry: string) => void
}

/** `bad` begins the sentence where nothing was done, `partly` where some was. */
export type SayUndone = (
  entry: Entry | null,
  failure: Failure,
  words: { readonly bad: string; readonly partly?: string },
) => void

/**
 * Says what became of an act that was not done as a whole, and offers what helps: reading back what
 * nobody knows of, sending what was stopped, deleting what somebody else has made anew.
 */
export const createSayUndone =
  (notices: Voice, actNotices: ActNotices, { force, checkAgain, sendRest }: Remedies): SayUndone =>
  (entry, failure, { bad, partly = 'Partly done: ' }) => {
    const { sentence, next } = explain(failure)
    if (entry === null) return sayFailure(notices, failure, bad)
    const { all, done, same, unknown, waiting, conflict } = countsOf(entry)
    const counted = all > 1 ? `${capital(resultOf(entry))}. ` : ''
    // Half of an act is neither a success nor a failure, and nobody may call the unknown either.
    const head = done + same > 0 ? `${partly}${counted}` : unknown > 0 ? counted : bad
    const said = waiting > 0 && failure.kind === 'cancelled' ? `Stopped. ${counted}` : null
    const action =
      unknown > 0
        ? { label: 'Check again', onPick: () => checkAgain(entry.id) }
        : conflict > 0
          ? { label: 'Delete all the same', onPick: () => force(entry.id) }
          : waiting > 0
            ? { label: 'Send the rest', onPick: () => sendRest(entry.id) }
            : null
    const notice: Notice = {
      tone: 'bad',
      sentence: said ?? `${head}${sentence}`,
      next: said === null ? next : 'What was not sent stays unsent, and can be sent later.',
    }
    if (action === null) notices.say(notice)
    else actNotices.say(entry.id, 'untouched', { ...notice, action })
  }

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
