const largestStart = 2_147_483_647

/**
 * Where the next page of a find starts, or null where there is none. Of the server's `next` only
 * the number `start` is read: it comes with and without `/wiki`, or with the origin of another
 * host. `limit` is the one the server says it used.
 */
export function nextStart(page: {
  readonly start: number
  readonly count: number
  readonly limit: number
  readonly next: string | undefined
}): number | null {
  // An empty page ends a list, even where the server goes on naming a next one.
  if (page.count === 0) return null
  const following = page.start + page.count
  const named = page.next === undefined ? null : startIn(page.next)
  if (named !== null && named > page.start) return reachable(named)
  // No next one, or one that goes in circles: after a full page there may be more all the same.
  const silent = page.next === undefined || named !== null
  return silent && page.count < page.limit ? null : reachable(following)
}

const reachable = (start: number): number | null => (start <= largestStart ? start : null)

function startIn(next: string): number | null {
  const query = new URLSearchParams(next.split('?').slice(1).join('?').replace(/#.*$/, ''))
  const start = query.get('start')
  return start !== null && /^\d{1,10}$/.test(start) ? Number(start) : null
}
