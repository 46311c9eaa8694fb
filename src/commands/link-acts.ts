import type { Desk } from './desk'
import type { Voice } from '../ui'

/** Taking an address out of the program. */
export const linkActs = (notices: Voice): Pick<Desk, 'copyLink' | 'openLink'> => ({
  copyLink: (url) =>
    void navigator.clipboard.writeText(url).then(
      () => notices.say({ tone: 'plain', sentence: 'The link is copied.' }),
      () => notices.say({ tone: 'bad', sentence: 'The link could not be copied.', next: url }),
    ),
  openLink: (url) => void window.open(url, '_blank', 'noreferrer'),
})
