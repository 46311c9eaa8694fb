import type { Failure } from '@shared/failure'

/** Rows of one answer: the most that Confluence gives, where we begin, and the least we go down to. */
const most = 250
const first = 100
const least = 5

/** An answer that took longer, in ms, was too large; one below `quick` could have been larger. */
const slow = 10_000
const quick = 3_000

/** Failures that a smaller answer may not meet: sites were seen to time out on large ones. */
const ofSize: ReadonlySet<Failure['kind']> = new Set<Failure['kind']>([
  'server',
  'timeout',
  'unreadable-answer',
])

/** How many rows a list is asked for, by how the site took the last answer. */
export function createPageSize(begin = first) {
  let size = begin
  return {
    now: (): number => size,
    took: (ms: number): void => {
      if (ms > slow) size = Math.max(least, Math.floor(size / 2))
      else if (ms < quick) size = Math.min(most, size * 2)
    },
    /** Whether the same may be asked for again with fewer rows. */
    failed: ({ kind }: Failure): boolean => {
      if (!ofSize.has(kind) || size === least) return false
      size = Math.max(least, Math.floor(size / 2))
      return true
    },
  }
}
