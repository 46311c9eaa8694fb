import { z } from 'zod'
import { failureAlone } from './alone'
import { V2SpaceList } from './answers'
import { inBatches } from './batches'
import type { Caller } from './call'
import { cursorIn, spaceRow, type SpaceRow } from './list-pages'
import type { Site } from './site'

/** So many answers of 250 at most; what is behind them has to be named by its key. */
const mostAnswers = 20

/** Every space that the person can see, in the order of names; `more` where there are too many. */
export async function allSpaces(
  site: Site,
  caller: Caller,
): Promise<{ readonly spaces: readonly SpaceRow[]; readonly more: boolean }> {
  const spaces: SpaceRow[] = []
  let cursor: string | null = null
  for (let made = 0; made < mostAnswers; made += 1) {
    const list: z.infer<typeof V2SpaceList> = await caller.read(
      'get',
      '/wiki/api/v2/spaces',
      { query: { limit: 250, sort: 'name', status: 'current', cursor: cursor ?? undefined } },
      { what: 'the spaces', doing: 'listing spaces', schema: V2SpaceList },
    )
    spaces.push(...list.results.map((space) => spaceRow(space, site.origin)))
    const next = cursorIn(list._links['next'])
    if (next === null || next === cursor) return { spaces, more: false }
    cursor = next
  }
  return { spaces, more: true }
}

const Count = z.looseObject({ totalSize: z.int().nonnegative() })

/** Keys that one query names, so that its address does not grow too long. */
const mostKeys = 50

/**
 * About how many pages and blog posts these spaces have: the search tells an estimate with any
 * answer. Null where it does not.
 */
export async function countPages(caller: Caller, keys: readonly string[]): Promise<number | null> {
  try {
    const counts = await Promise.all(
      inBatches(keys, mostKeys).map((batch) =>
        caller.read(
          'get',
          '/wiki/rest/api/search',
          {
            query: {
              cql: `space in (${batch.map(quoted).join(', ')}) and type in (page, blogpost)`,
              limit: 1,
              excerpt: 'none',
            },
          },
          { what: 'these spaces', doing: 'counting pages', schema: Count },
        ),
      ),
    )
    return counts.reduce((sum, { totalSize }) => sum + totalSize, 0)
  } catch (error) {
    failureAlone(error)
    return null
  }
}

/** No key holds a quote or a backslash; what somebody typed may. */
const quoted = (key: string): string => `"${key.replace(/["\\]/g, '')}"`
