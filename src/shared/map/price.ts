import type { RefreshMode } from './model'

/** What a map will cost, before it starts. */
export type MapPrice = {
  readonly pages: number
  readonly calls: number
  readonly seconds: number
  /** Whether the pace was measured on this site, or is what is usual. */
  readonly isMeasured: boolean
}

/** Rows of one answer, and the share of pages that are read a second time for the ids of links. */
const rows = 250
const twice = 0.1

/** ms that a list of pages with their bodies takes, where none was asked for yet. */
const usualMs = 3_000

/** What is known of a call on the wire. */
type Call = { readonly url: string; readonly status: number | null; readonly ms: number }

/**
 * About so many calls and seconds. Each space has two lists, its pages and its blog posts, which are
 * read side by side; the pace is that of the lists that were read before.
 */
export function priceOfMap(
  { pages, spaces, concurrency }: { pages: number; spaces: number; concurrency: number },
  calls: readonly Call[],
): MapPrice {
  const ms = listMs(calls)
  const lists = 1 + 2 * spaces + Math.floor(pages / rows)
  const again = Math.ceil((pages * twice) / rows)
  const beyond = 2 * Math.ceil((pages * twice) / rows)
  const all = lists + again + beyond
  const parallel = Math.max(1, Math.min(concurrency, 2 * spaces))
  return {
    pages,
    calls: all,
    seconds: Math.ceil(((ms ?? usualMs) * all) / parallel / 1_000),
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

/** Mean time of the last lists with bodies; null where there was none. */
function listMs(calls: readonly Call[]): number | null {
  const lists = calls.filter(({ url, status }) => status === 200 && url.includes('body-format='))
  const last = lists.slice(-20)
  return last.length === 0 ? null : last.reduce((sum, { ms }) => sum + ms, 0) / last.length
}
