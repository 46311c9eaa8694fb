import { isThere } from '@shared/edit'
import type { Edits, Outcome } from '../features/edit'
import type { Voice } from '../ui'
import { sayFailure } from './say'
import type { SayUndone } from './say-undone'
import type { Wanted } from './submit'

/** What can be done with an act that is not done as a whole. */
export type SettleActs = {
  readonly retry: (id: string, force?: boolean) => Promise<void>
  /** Sends what a stop has left unsent. */
  readonly sendRest: (id: string) => Promise<void>
  /** Reads back the changes of an act of which nobody knows whether they arrived. */
  readonly checkAgain: (id: string) => Promise<void>
}

type Parts = {
  readonly edits: Edits
  readonly notices: Voice
  readonly sayUndone: SayUndone
  readonly sayOutcome: (outcome: Outcome, words: Pick<Wanted, 'good' | 'bad'>) => void
}

export function createSettleActs({ edits, notices, sayUndone, sayOutcome }: Parts): SettleActs {
  const send = async (id: string, how: { retry: boolean; force: boolean }, bad: string) => {
    const outcome = await edits.run(id, how)
    sayOutcome(outcome, { good: outcome.entry?.title ?? 'Done.', bad })
  }
  return {
    retry: (id, force = false) => send(id, { retry: true, force }, 'It still did not go through. '),
    sendRest: (id) => send(id, { retry: false, force: false }, 'It did not go through. '),
    checkAgain: async (id) => {
      const failure = await edits.resolve({ entry: id })
      const entry = edits.store.getState().entries.find((one) => one.id === id)
      if (failure !== null) sayFailure(notices, failure, 'Not checked. ')
      else if (entry?.steps.every(isThere) === true) {
        notices.say({ tone: 'plain', sentence: `Checked, it is done: ${entry.title}` })
      } else if (entry !== undefined) {
        const open = entry.steps.find((step) => !isThere(step) && step.failure !== undefined)
        sayUndone(entry, open?.failure ?? { kind: 'cancelled' }, { bad: 'Checked. ' })
      }
    },
  }
}
