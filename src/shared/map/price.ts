import type { RefreshMode } from './model'

/** What a map will cost, before it starts. */
export type MapPrice = {
  readonly pages: number
  readonly calls: number
  readonly seconds: number
  /** Whether the pace was measured on this site, or is what is usual. */
  readonly isMeasured: boolean
}

/** Rows of one answer; of the first ones, which are careful; the share of pages that are read twice. */
const rows = 250
const firstRows = 100 + 200
const twice = 0.1

/** ms that a list of pages with their bodies takes, and any other call, where none was asked yet. */
const usualMs = { bodies: 3_000, other: 500 }

/** What is known of a call on the wire. */
type Call = { readonly url: string; readonly status: number | null; readonly ms: number }

/**
 * About so many calls and seconds. Each space has two lists, its pages and its blog posts, which are
 * read side by side; the pace is that of the lists that were read before. The people of the first
 * lists are asked for with each of them, and are mostly the same later on.
 */
export function priceOfMap(
  { pages, spaces, concurrency }: { pages: number; spaces: number; concurrency: number },
  calls: readonly Call[],
): MapPrice {
  const share = pages / Math.max(1, spaces)
  const ofOne = share <= 100 ? 1 : 2 + Math.max(0, Math.ceil((share - firstRows) / rows))
  const again = Math.ceil((pages * twice) / rows)
  const bodies = spaces * (1 + ofOne) + again
  const people = 2 * spaces + 1
  // Pages and blog posts by their ids; whatever else an id may be, and the spaces of all of them.
  const beyond = pages === 0 ? 0 : 2 * again + 2
  const other = 1 + people + beyond
  const parallel = Math.max(1, Math.min(concurrency, 2 * spaces))
  const ms = paceOf(calls.filter(readsBodies))
  const otherMs = paceOf(calls.filter((call) => !readsBodies(call))) ?? usualMs.other
  const all = (bodies * (ms ?? usualMs.bodies) + other * otherMs) / parallel
  return {
    pages,
    calls: bodies + other,
    seconds: Math.ceil(all / 1_000),
    isMeasured: ms !== null,
  }
}

/**
 * Calls of a refresh: `least` where nothing has changed, `more` for each 250 pages that did. One list
 * tells of up to a hundred spaces.
 */
export function priceOfRefresh(
  mode: RefreshMode,
  { pages, spaces }: { pages: number; spaces: number },
): { readonly least: number; readonly more: number } {
  const lists = 2 * Math.max(1, Math.ceil(spaces / 100))
  if (mode === 'quick') return { least: lists, more: 4 }
  // The spaces, all rows, and what is named beyond them.
  const beyond = Math.ceil((pages * twice) / rows)
  return { least: 1 + lists + Math.floor(pages / rows) + 2 * beyond, more: 3 }
}

const readsBodies = ({ url }: Call): boolean => url.includes('body-format=')

/** Mean time in ms of the last calls that were answered; null where there was none. */
function paceOf(calls: readonly Call[]): number | null {
  const last = calls.filter(({ status }) => status === 200).slice(-20)
  return last.length === 0 ? null : last.reduce((sum, { ms }) => sum + ms, 0) / last.length
}
