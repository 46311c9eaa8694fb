import type { DemoContent, DemoSpace } from '../world'
import { refuseValues } from './listing-v2'
import type { Reply } from './reply'

/** What a list can be sorted by; with `-` in front, the other way. */
type Orders<T> = ReadonlyMap<string, (one: T, other: T) => number>

/** Ids have more digits than a number keeps. */
const byId = (one: string, other: string) => one.length - other.length || compare(one, other)
const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)

export const contentOrders: Orders<DemoContent> = new Map([
  ['id', (one, other) => byId(one.id, other.id)],
  ['created-date', (one, other) => compare(one.createdAt, other.createdAt)],
  [
    'modified-date',
    (one, other) => compare(one.changedAt, other.changedAt) || byId(one.id, other.id),
  ],
  ['title', (one, other) => compare(one.title, other.title)],
])

export const spaceOrders: Orders<DemoSpace> = new Map([
  ['id', (one, other) => byId(one.id, other.id)],
  ['key', (one, other) => compare(one.key, other.key)],
  ['name', (one, other) => compare(one.name, other.name)],
])

export function refuseSort<T>(query: URLSearchParams, orders: Orders<T>): Reply | null {
  const known = [...orders.keys()].flatMap((name) => [name, `-${name}`])
  return refuseValues('sort', query.getAll('sort'), known)
}

/** As `sort` asks; as it is where nothing was asked. */
export function sorted<T>(
  found: readonly T[],
  query: URLSearchParams,
  orders: Orders<T>,
): readonly T[] {
  const asked = query.get('sort') ?? ''
  const order = orders.get(asked.replace(/^-/, ''))
  if (order === undefined) return found
  const up = found.toSorted(order)
  return asked.startsWith('-') ? up.reverse() : up
}
