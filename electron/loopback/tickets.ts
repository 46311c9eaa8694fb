import { randomBytes } from 'node:crypto'
import { isKey } from './guard'

/**
 * What lets one page in, once. A ticket can stand where a key must not: it is worth nothing after
 * its use, so nobody gains by reading it later in a history, a log or a list of processes.
 */
export type Tickets = {
  /** For the terminal, which its owner alone reads: good until it is used or the next is printed. */
  forTerminal(): string
  /** For the command line of a browser, which every user of the machine can read meanwhile. */
  forBrowser(): string
  /** Takes the ticket out of use and tells whether it was good. */
  use(given: string, isOwnUser: () => Promise<boolean>): Promise<boolean>
}

type Ticket = {
  readonly text: string
  readonly place: 'terminal' | 'browser'
  readonly until: number
}

/** In ms; a browser that starts cold, on a slow disk, asks well before. */
const browserPatience = 120_000

/** `now` in ms, monotonic: setting the clock must not bring a ticket back. */
export function createTickets(now: () => number = () => performance.now()): Tickets {
  let good: readonly Ticket[] = []

  const issue = (place: Ticket['place'], until: number): string => {
    const text = randomBytes(32).toString('base64url')
    good = [...good.filter((one) => one.place !== place), { text, place, until }]
    return text
  }
  return {
    forTerminal: () => issue('terminal', Infinity),
    forBrowser: () => issue('browser', now() + browserPatience),
    use: async (given, isOwnUser) => {
      const isGood = (one: Ticket) => isKey(given, one.text) && now() < one.until
      const found = good.find(isGood)
      if (found === undefined) return false
      // Another user who read it in the list of processes may not spend it for the one it is for.
      if (found.place === 'browser' && !(await isOwnUser())) return false
      // Meanwhile somebody else may have come in with it.
      if (!good.includes(found)) return false
      good = good.filter((one) => one !== found)
      return true
    },
  }
}
