import type { Searched } from '@shared/contract'
import { FailureError } from '@shared/failure'
import type { Entity } from '@shared/graph'
import { failureAlone } from './alone'
import { SearchPage, type SearchResult } from './answers'
import type { Caller } from './call'
import { contentEntity, spaceEntity, userEntity } from './entity-of'
import type { Site } from './site'

const limit = 10

/** What a search brought: each kind is searched for itself, and what failed or was odd is told. */
export type SearchedFor = Omit<Searched, 'calls'>

/** Finds content, spaces and people by words in their title or name; the last word may be a start. */
export async function search(site: Site, caller: Caller, text: string): Promise<SearchedFor> {
  const words = searchWords(text)
  if (words === '') return { entities: [], unusable: 0, more: false, failed: [] }
  const { origin } = site
  const parts = await Promise.all([
    settled(
      'content',
      askContent(caller, `type in (page, blogpost) and title ~ "${words}"`),
      (result) => contentIn(result, origin),
    ),
    settled('spaces', askContent(caller, `type = space and title ~ "${words}"`), ({ space }) =>
      space ? [spaceEntity(space, origin)] : [],
    ),
    settled('people', askPeople(caller, `user.fullname ~ "${words}"`), ({ user }) => {
      const person = user ? userEntity(user, origin) : null
      return person === null ? [] : [person]
    }),
  ])
  const failed = parts.flatMap((part) => part.failed)
  const [first] = failed
  if (first !== undefined && failed.length === parts.length) throw new FailureError(first.failure)
  const entities = parts.flatMap((part) => part.entities)
  site.known.addAll(entities)
  return {
    entities: [...new Map(entities.map((entity) => [entity.id, entity])).values()],
    unusable: parts.reduce((sum, part) => sum + part.unusable, 0),
    more: parts.some((part) => part.more),
    failed,
  }
}

/** What one kind came to; a result without an entity in it is counted. Throws what meets every call. */
export async function settled(
  of: Searched['failed'][number]['of'],
  work: Promise<SearchPage>,
  entitiesIn: (result: SearchResult) => Entity[],
): Promise<SearchedFor> {
  try {
    const page = await work
    const each = page.results.map(entitiesIn)
    const odd = each.filter((entities) => entities.length === 0).length
    const more = page._links['next'] !== undefined
    return { entities: each.flat(), unusable: page.unusable + odd, more, failed: [] }
  } catch (error) {
    const failed = [{ of, failure: failureAlone(error) }]
    return { entities: [], unusable: 0, more: false, failed }
  }
}

/**
 * The words of a text as CQL may hold them between quotes, or nothing. Quotes, backslashes and
 * what the index takes for operators become spaces, so that no text can end or bend the query.
 */
export function searchWords(text: string): string {
  const words = text
    .replace(/[\p{C}"'\\+\-&|!(){}[\]^~*?:/<>=,;%]+/gu, ' ')
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => (/^(AND|OR|NOT|TO)$/.test(word) ? word.toLowerCase() : word))
  return words.length === 0 ? '' : `${words.join(' ')}*`
}

/** Search marks what matched in a title. */
export const withoutMarks = (title: string): string =>
  title.replace(/@@@(?:hl|endhl)@@@/g, '').trim()

/**
 * What a search itself calls a result is HTML text, unlike the titles of the things in it: `R&amp;D`
 * is “R&D” there. Decoded once, so that a title that holds `&amp;` keeps it.
 */
const plainTitle = (title: string): string =>
  withoutMarks(title).replace(/&(amp|lt|gt|quot|apos|#39);/g, (code) => entities.get(code) ?? code)

const entities = new Map([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&apos;', "'"],
  ['&#39;', "'"],
])

const about = (of: string) => ({
  what: 'this search',
  doing: `searching for ${of}`,
  schema: SearchPage,
})

export const askContent = (caller: Caller, cql: string): Promise<SearchPage> =>
  caller.read(
    'get',
    '/wiki/rest/api/search',
    { query: { cql, limit, excerpt: 'none' } },
    about('content'),
  )

const askPeople = (caller: Caller, cql: string): Promise<SearchPage> =>
  caller.read('get', '/wiki/rest/api/search/user', { query: { cql, limit } }, about('people'))

export function contentIn(result: SearchResult, siteOrigin: string): Entity[] {
  const { content, resultGlobalContainer: container } = result
  if (!content) return []
  const title = content.title || plainTitle(result.title ?? '')
  const entity = contentEntity({ ...content, title: withoutMarks(title) }, siteOrigin)
  const key = /\/spaces\/([^/?#]+)/.exec(container?.displayUrl ?? '')?.[1]
  if (entity.space !== undefined || key === undefined) return [entity]
  const name = plainTitle(container?.title ?? '') || key
  return [{ ...entity, space: { key, name } }]
}
