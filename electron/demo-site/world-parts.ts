import type { Random } from './random'

export type DemoUser = { readonly accountId: string; readonly name: string }
export type DemoSpace = {
  readonly id: string
  readonly key: string
  readonly name: string
  readonly type: 'global' | 'personal'
  readonly authorId: string
  readonly createdAt: string
}
export type ContentKind = 'page' | 'blogpost' | 'whiteboard' | 'database' | 'folder'
export type DemoContent = {
  readonly id: string
  readonly kind: ContentKind
  readonly title: string
  readonly status: 'current' | 'archived' | 'trashed'
  readonly spaceKey: string
  readonly authorId: string
  readonly createdAt: string
  readonly version: number
  /** The demo user may not see it: Confluence then answers as if it did not exist. */
  readonly restricted: boolean
}

export const firstDay = Date.UTC(2023, 0, 9, 8)
const days = 1_050
export const day = 86_400_000

/** A moment in working hours in the three years before the demo's present. */
export const moment = (random: Random): string =>
  new Date(firstDay + random.below(days) * day + random.below(9 * 60) * 60_000).toISOString()
