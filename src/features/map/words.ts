import { explain } from '@shared/failure'
import {
  type MapKept,
  type MapPrice,
  type MapSummary,
  type PageRelation,
  priceOfRefresh,
  refreshedWords,
  type RefreshMode,
  soughtWords,
} from '@shared/map'
import { agree, counted, durationWords } from '@shared/text'

/** What a relation that is read from pages means to a reader. */
export const relationWords: Readonly<Record<PageRelation, string>> = {
  link: 'Links to pages, blog posts and spaces',
  'child-of': 'The page tree',
  includes: 'Includes and excerpts',
  'lists-children-of': 'Lists of child pages',
  mentions: 'People who are mentioned',
  'uses-file-of': 'Files of other pages',
}

/** `About 1,240 pages: 12 calls, 8 seconds.` */
export function priceWords({ pages, calls, seconds, isMeasured }: MapPrice): string {
  const all = `About ${counted(pages, 'page')}: ${counted(calls, 'call')}, ${durationWords(seconds)}`
  return isMeasured ? `${all} at the pace of the last calls.` : `${all} at the usual pace.`
}

const stateWords: Readonly<Record<MapSummary['state'], string>> = {
  complete: 'Complete',
  partial: 'Done, with gaps',
  stopped: 'Stopped; results so far are kept',
  failed: 'Broken off; results so far are kept',
}

/** How a map ended, in one sentence; of a refresh also what it has found. */
export function endWords(summary: MapSummary): string {
  const { state, pages, relations, calls, refreshed, sought } = summary
  const cost = counted(calls, 'call')
  if (sought !== undefined) return `${stateWords[state]}, ${cost}. ${soughtWords(sought)}`
  if (refreshed !== undefined)
    return [`${stateWords[state]}, ${cost}.`, ...refreshedWords(refreshed)].join(' ')
  return `${stateWords[state]}: ${counted(pages, 'page')}, ${counted(relations, 'relation')}, ${cost}.`
}

/** `About 2 calls, and 4 for each 250 pages that have changed.` */
export function refreshPrice(mode: RefreshMode, { pages, wanted }: MapKept): string {
  const { least, more } = priceOfRefresh(mode, { pages, spaces: wanted.spaces.length })
  return `About ${counted(least, 'call')}, and ${more} for each 250 pages that have changed.`
}

const shownSpaces = 4

/** `Mapped ENG and 3 more on 26 Nov 2026: 1,240 pages.` */
export function keptWords({ wanted: { spaces }, pages, startedAt, ended }: MapKept): string {
  const more = spaces.length - shownSpaces
  const named = spaces.slice(0, shownSpaces).join(', ')
  const which = more > 0 ? `${named} and ${counted(more, 'more', 'more')}` : named
  const when = new Date(ended?.at ?? startedAt).toLocaleString('en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
  })
  return `Mapped ${which}, ${when}: ${counted(pages, 'page')}.`
}

/** What a map lacks, a sentence for each. */
export function gapWords(summary: MapSummary): string[] {
  const { unread, unknownSpaces, brokenOff, notLookedUp, unusable, atLimit } = summary
  const some = (count: number, words: string, many = words): string[] =>
    count === 0 ? [] : [`${count.toLocaleString('en')} ${agree(count, words, many)}`]
  return [
    ...unknownSpaces.map((key) => `No space that you can see has the key ${key}.`),
    ...brokenOff.map(
      ({ space, kind, failure }) =>
        `The ${kind === 'page' ? 'pages' : 'blog posts'} of ${space} are not all read. ${explain(failure).sentence}`,
    ),
    ...some(unread.length, 'page could be read in part only.', 'pages could be read in part only.'),
    ...some(
      notLookedUp,
      'thing that is named could not be looked up.',
      'things that are named could not be looked up.',
    ),
    ...some(unusable, 'row of a list could not be read.', 'rows of lists could not be read.'),
    ...(atLimit ? ['It stopped at the limit of calls.'] : []),
  ]
}
