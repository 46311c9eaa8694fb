import type { Learnt } from '@shared/site-check'
import { createDirectory, type Directory } from './directory'
import { createKnown, type Known } from './known'
import { createOwnAccount, type OwnAccount } from './own-account'

/** What the calls to one site share. */
export type Site = {
  /** `https://example.atlassian.net`: web addresses start here, wherever the API is. */
  readonly origin: string
  readonly known: Known
  readonly directory: Directory
  readonly own: OwnAccount
  /** Results that a find is asked for at a time, where nobody says. */
  readonly findLimit: number
}

/** The server's own default is 25; it may use less than it is asked for, and says so. */
const usualLimit = 100

export const createSite = (origin: string, learnt?: Learnt): Site => ({
  origin,
  known: createKnown(),
  directory: createDirectory(),
  own: createOwnAccount(origin),
  findLimit: learnt?.findLimit ?? usualLimit,
})
