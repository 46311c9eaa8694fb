import { agree } from '../text'
import { explain, type Failure, inOneLine } from '../failure'
import type { Part, Undescribed } from './undescribed'

const parts: Readonly<Record<Part, readonly [one: string, many: string]>> = {
  title: ['title', 'titles'],
  space: ['space', 'spaces'],
  creator: ['creator', 'creators'],
}

/** `the titles of 3 nodes`. */
export function partsOfNodes({ part, nodes }: Pick<Undescribed, 'part' | 'nodes'>): string {
  const [one, many] = parts[part]
  return agree(
    nodes.length,
    `the ${one} of 1 node`,
    `the ${many} of ${nodes.length.toLocaleString('en')} nodes`,
  )
}

/** What could not be looked up, and why, in a sentence or two. */
export const undescribedWords = (lacking: Undescribed): string =>
  `Unknown: ${partsOfNodes(lacking)}. ${inOneLine(lacking.failure)}`

/** What is said of results that came without what stands at their other end. */
export const endsLacking = (count: number): string =>
  agree(
    count,
    'Confluence did not name the source or target of 1 relation.',
    `Confluence did not name the source or target of ${count.toLocaleString('en')} relations.`,
  )

type SearchGaps = {
  readonly unusable: number
  readonly more?: boolean
  readonly failed: readonly {
    readonly of: 'content' | 'spaces' | 'people'
    readonly failure: Failure
  }[]
}
const kinds = { content: 'Content', spaces: 'Spaces', people: 'People' } as const

/** What a search could not tell, a sentence each. */
export const searchGaps = ({ unusable, failed }: SearchGaps): string[] => [
  ...failed.map(
    ({ of, failure }) => `${kinds[of]} could not be searched: ${explain(failure).sentence}`,
  ),
  ...(unusable === 0
    ? []
    : [`${unusable} ${agree(unusable, 'result', 'results')} could not be read.`]),
]

/** What is said below the results of a search; `nothing` where nothing at all was found. */
export function searchStatus(searched: SearchGaps, count: number, nothing: string): string | null {
  const gaps = searchGaps(searched)
  const more = searched.more === true ? ['The site has more: type more of it.'] : []
  if (count > 0) return [...more, ...gaps].join(' ') || null
  return gaps.length === 0
    ? nothing
    : ['Nothing found, but not everything could be searched.', ...gaps].join(' ')
}
