import { type ChangeLine, type Entry, isThere } from '@shared/edit'
import type { Outcome } from '../features/edit'
import type { ActNotices } from './act-notices'
import type { ActParts } from './act-parts'
import type { SayUndone } from './say-undone'

/** An act as people say it: what is written in the journal, said when it went well, and when not. */
export type Wanted = {
  readonly kind: Entry['kind']
  readonly title: string
  readonly good: string
  readonly bad: string
  readonly next?: string
  readonly lines: readonly ChangeLine[]
}

/** Sends acts, or collects them while a draft is made, and says how they came out. */
export function createSubmit(
  { edits, draft, notices }: Pick<ActParts, 'edits' | 'draft' | 'notices'>,
  actNotices: ActNotices,
  sayUndone: SayUndone,
  undoOne: (entry: string) => void,
) {
  /** Says what was done, with a button that takes it back, and nothing else. */
  const sayDone = (entry: string | null, sentence: string, next?: string) => {
    const notice = { tone: 'plain', sentence, ...(next === undefined ? {} : { next }) } as const
    if (entry === null) notices.say(notice)
    else {
      const action = { label: 'Undo', onPick: () => undoOne(entry) }
      actNotices.say(entry, 'holds', { ...notice, action })
    }
  }

  /** Says what went wrong, with a way to force what somebody else stands in the way of. */
  const sayOutcome = (
    { entry, failure }: Outcome,
    { good, bad, next }: Pick<Wanted, 'good' | 'bad' | 'next'>,
  ) => {
    // An undo that went through at last is taken back by a redo.
    if (failure === null && entry?.steps.every(isThere) !== false)
      sayDone(entry?.of === null ? entry.id : null, good, next)
    else sayUndone(entry, failure ?? { kind: 'cancelled' }, { bad })
  }
  /** Sends, or collects while a draft is made; then there is no outcome yet. */
  const submit = async (wanted: Wanted): Promise<Outcome | null> => {
    const { kind, title, lines } = wanted
    const { readOnly } = edits.store.getState()
    if (!draft.store.getState().on || readOnly !== null) {
      return edits.perform({ kind, title, steps: draft.toSteps(lines) })
    }
    const { entry } = draft.add(`Drafted: ${title}`, lines)
    const sentence = entry === null ? 'This was in the draft already.' : `Drafted: ${title}`
    sayDone(entry, sentence, 'Nothing is sent before you apply the draft.')
    return null
  }
  const act = async (wanted: Wanted): Promise<void> => {
    const outcome = await submit(wanted)
    if (outcome !== null) sayOutcome(outcome, wanted)
  }
  return { submit, act, sayOutcome }
}
