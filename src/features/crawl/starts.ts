import type { Entity } from '@shared/graph'

/** Nobody starts twice from one node. */
export const eachOnce = (starts: readonly Entity[]): Entity[] => [
  ...new Map(starts.map((one) => [one.id, one])).values(),
]

/** Where a crawl begins, as a workspace holds it: a file of before there could be several has one, or none. */
export const startsKept = (start: Entity | null, more: readonly Entity[]): Entity[] =>
  start === null ? [] : eachOnce([start, ...more])
