import type { PageChange } from '@shared/map'
import type { PageRow } from '../remote'
import type { MappedPage } from './mapped-page'

/** Rows that have to be old and known, one after the other, before what is behind them may be left. */
const inARow = 10
/** ms by which the clocks of a site's own machines may differ. */
const margin = 120_000

/** In what a page is other than it was kept, as far as a row without a body tells. */
export function changesOf(
  kept: MappedPage | undefined,
  row: PageRow,
  spaceKey: string,
): readonly PageChange[] {
  if (kept === undefined) return ['new']
  const { entity } = row
  const [now, then] = [entity.changedAt, kept.entity.changedAt]
  // A page may be written twice within what a date can tell apart, or its version be set anew.
  const isEdited =
    row.version !== kept.version || (now !== undefined && then !== undefined && now !== then)
  const changes: readonly (readonly [PageChange, boolean])[] = [
    ['edited', isEdited],
    ['renamed', entity.title !== kept.entity.title],
    ['moved', row.parentId !== kept.parentId || spaceKey !== kept.spaceKey],
    ['status', entity.status !== kept.entity.status],
  ]
  return changes.flatMap(([what, is]) => (is ? [what] : []))
}

/**
 * Whether a list that begins with the last change has come to what is known. Only dates of the site
 * are compared with each other. One old row is not enough: a page that came from another space, or
 * back from the trash, has an old date and is not known.
 */
export function isBehind(
  rows: readonly { readonly changedAt: string | undefined; readonly isKnown: boolean }[],
  since: string | null,
): boolean {
  if (since === null) return false
  const limit = Date.parse(since) - margin
  let run = 0
  for (const { changedAt, isKnown } of rows) {
    const isOld = changedAt !== undefined && Date.parse(changedAt) < limit
    run = isOld && isKnown ? run + 1 : 0
    if (run === inARow) return true
  }
  return false
}

/**
 * A moment of the site's clock before which all was read: the latest change that was met, less the
 * time that the reading took, since what was read first may have been changed while it went on.
 */
export function readUpTo(
  newest: string | null,
  from: string,
  to: string,
  before: string | null,
): string | null {
  if (newest === null || Number.isNaN(Date.parse(newest))) return before
  const took = Math.max(0, Date.parse(to) - Date.parse(from))
  const safe = new Date(Date.parse(newest) - took).toISOString()
  return before !== null && before > safe ? before : safe
}

/** The latest of some dates of the site; null where there is none. */
export const newestOf = (dates: Iterable<string | null | undefined>): string | null => {
  let newest: string | null = null
  for (const date of dates) {
    if (date === null || date === undefined || Number.isNaN(Date.parse(date))) continue
    if (newest === null || Date.parse(date) > Date.parse(newest)) newest = date
  }
  return newest
}
