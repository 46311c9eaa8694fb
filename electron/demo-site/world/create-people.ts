import { day, type DemoSpace, type DemoUser, firstDay, moment } from './model'
import type { Random } from './random'
import { people } from './vocabulary/people'
import { spaces } from './vocabulary/spaces'

/** Older account ids are 24 hex digits, newer ones hold a colon. */
const accountId = (random: Random, at: number): string =>
  at % 3 === 0
    ? random.hex(24)
    : `712020:${[8, 4, 4, 4, 12].map((length) => random.hex(length)).join('-')}`

/** People of every kind that sites have: private, gone, and an app among them. */
export function createUsers(random: Random): DemoUser[] {
  const users = people.map((name, at): DemoUser => ({
    name,
    accountId: accountId(random, at),
    isPrivate: at === 12,
    accountType: 'atlassian',
    accountStatus: at === 21 ? 'closed' : at === 17 ? 'inactive' : 'active',
  }))
  const app: DemoUser = {
    name: 'Release Notes Bot',
    accountId: accountId(random, 1),
    isPrivate: false,
    accountType: 'app',
    accountStatus: 'active',
  }
  return [...users, app]
}

export function createSpaces(random: Random, users: readonly DemoUser[]): DemoSpace[] {
  const shared = spaces.map(({ key, name }, at): DemoSpace => ({
    id: String(98_305 + at * 32_768),
    key,
    name,
    type: 'global',
    status: 'current',
    authorId: random.pick(users).accountId,
    createdAt: new Date(firstDay - day * (200 - at)).toISOString(),
  }))
  const owner = users[1]
  if (owner === undefined) return shared
  const personal: DemoSpace = {
    id: '425985',
    // The key of a personal space is the account id without its signs.
    key: `~${owner.accountId.replace(/[:-]/g, '')}`,
    name: owner.name,
    type: 'personal',
    status: 'current',
    authorId: owner.accountId,
    createdAt: moment(random),
  }
  return [...shared, personal]
}
