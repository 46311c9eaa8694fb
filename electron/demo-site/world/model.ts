import type { Random } from './random'

export type DemoUser = {
  readonly accountId: string
  readonly name: string
  /** Keeps the full name private: only `publicName` is ever told. */
  readonly isPrivate: boolean
  readonly accountType: 'atlassian' | 'app'
  readonly accountStatus: 'active' | 'inactive' | 'closed'
}

export type DemoSpace = {
  readonly id: string
  readonly key: string
  readonly name: string
  readonly type: 'global' | 'personal'
  readonly status: 'current' | 'archived'
  readonly authorId: string
  readonly createdAt: string
}

/** Of attachments the site has none, yet it knows how to say so. */
export type ContentKind =
  'page' | 'blogpost' | 'whiteboard' | 'database' | 'folder' | 'embed' | 'attachment'

export type Former = {
  readonly title: string
  readonly spaceKey: string
  readonly until: string
}

export type DemoContent = {
  readonly id: string
  readonly kind: ContentKind
  readonly title: string
  readonly status: 'current' | 'archived' | 'trashed'
  readonly spaceKey: string
  /** The page above it in the tree of its space; null at the top, and for what stands in no tree. */
  readonly parentId: string | null
  readonly authorId: string
  /** ISO 8601, UTC. */
  readonly createdAt: string
  readonly version: number
  /** When the last version was made; ISO 8601, UTC, by the site's own clock. */
  readonly changedAt: string
  /** What it was called before, and in which space, oldest first; `until` as `changedAt`. */
  readonly former?: readonly Former[]
  /** The signed-in person may not see it: Confluence then answers as if it did not exist. */
  readonly restricted: boolean
}

export const firstDay = Date.UTC(2023, 0, 9, 8)
export const day = 86_400_000
const days = 1_380

/** A moment in working hours, from January 2023 to October 2026. */
export const moment = (random: Random): string =>
  new Date(firstDay + random.below(days) * day + random.below(9 * 60) * 60_000).toISOString()

/** The later of some moments, in the one form that is written here. */
export const latest = (...moments: readonly string[]): string =>
  moments.reduce((later, one) => (one > later ? one : later))
