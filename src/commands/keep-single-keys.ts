import { attempt, type Client } from '../transport'
import { sayFailure } from '../session'
import type { Voice } from '../ui'
import { singleKeys } from './single-keys'

/** Keeps for the next start whether single keys do acts, and says when that changes. Returns how to stop. */
export const keepSingleKeys = (client: Client, notices: Voice): (() => void) =>
  singleKeys.subscribe(({ on }) => {
    void attempt(client.shell.keepSingleKeys({ on })).then((answer) => {
      if (answer.ok)
        notices.tell(`Single letters, digits and signs do ${on ? 'acts' : 'nothing'} now.`)
      else sayFailure(notices, answer.failure)
    })
  })
