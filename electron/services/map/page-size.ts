import type { Failure } from '@shared/failure'
import { leastRows } from '../remote'

/** Rows of one answer: the most that Confluence gives, and where we begin. */
const most = 250
const first = 100

/** An answer that took longer, in ms, was too large; one below `quick` could have been larger. */
const slow = 10_000
const quick = 3_000

/** After so many good answers what failed once is tried again. */
const forgiven = 20

/** Failures that a smaller answer may not meet: sites were seen to time out on large ones. */
const ofSize: ReadonlySet<Failure['kind']> = new Set<Failure['kind']>([
  'server',
  'timeout',
  'unreadable-answer',
  'too-large',
])

const half = (rows: number): number => Math.max(leastRows, Math.floor(rows / 2))

/** How many rows lists are asked for, by how the site took the last answers. */
export function createPageSize(begin = first) {
  let size = begin
  /** No more than this, since the site has failed under more. */
  let limit = most
  let good = 0
  return {
    now: (): number => size,
    took: (ms: number): void => {
      good += 1
      if (good % forgiven === 0) limit = Math.min(most, limit * 2)
      if (ms > slow) size = half(size)
      else if (ms < quick) size = Math.min(limit, size * 2)
    },
    /** Whether the same may be asked for again with fewer rows; `rows` were asked for. */
    failed: ({ kind }: Failure, rows: number): boolean => {
      if (!ofSize.has(kind) || rows <= leastRows) return false
      // Others may have failed beside it, and gone down already.
      limit = Math.min(limit, half(rows))
      size = Math.min(size, limit)
      good = 0
      return true
    },
  }
}
export type PageSize = ReturnType<typeof createPageSize>
