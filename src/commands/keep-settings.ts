import type { SettingsChange } from '@shared/contract'
import { attempt, type Client } from '../transport'
import { sayFailure } from '../session'
import { themeChoice, type Voice } from '../ui'
import { singleKeys } from './single-keys'

/** Keeps for the next start what a person chooses, and says what is chosen. Returns how to stop. */
export function keepSettings(client: Client, notices: Voice): () => void {
  const keep = (chosen: SettingsChange, words: string) =>
    void attempt(client.shell.keepSettings(chosen)).then((answer) => {
      if (answer.ok) notices.tell(words)
      else sayFailure(notices, answer.failure)
    })
  const stops = [
    singleKeys.subscribe(({ on }) =>
      keep(
        { singleKeys: on },
        `Single letters, digits and signs do ${on ? 'acts' : 'nothing'} now.`,
      ),
    ),
    themeChoice.subscribe(({ choice }) => keep({ theme: choice }, themeSays[choice])),
  ]
  return () => stops.forEach((stop) => stop())
}

const themeSays = {
  system: 'The theme is that of the system now.',
  light: 'The theme is light now.',
  dark: 'The theme is dark now.',
} as const
