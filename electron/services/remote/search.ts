import { FailureError } from '@shared/failure'
import type { Entity } from '@shared/graph'
import { SearchPage, type SearchResult } from './answers'
import type { Caller } from './call'
import { contentEntity, spaceEntity, userEntity } from './entity-of'
import type { Site } from './site'

const limit = 10

/** Finds content, spaces and people by words in their title or name; the last word may be a start. */
export async function search(site: Site, caller: Caller, text: string): Promise<Entity[]> {
  const words = searchWords(text)
  if (words === '') return []
  const [content, spaces, people] = await Promise.allSettled([
    ask(caller, `type in (page, blogpost) and title ~ "${words}"`),
    ask(caller, `type = space and title ~ "${words}"`),
    askPeople(caller, `user.fullname ~ "${words}"`),
  ])
  if (content.status === 'rejected') throw content.reason
  const entities = [
    ...content.value.flatMap((result) => contentIn(result, site.origin)),
    ...listed(spaces).flatMap(({ space }) => (space ? [spaceEntity(space, site.origin)] : [])),
    ...listed(people).flatMap(({ user }) => (user && userEntity(user, site.origin)) ?? []),
  ]
  site.known.addAll(entities)
  return [...new Map(entities.map((entity) => [entity.id, entity])).values()]
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

const about = (of: string) => ({
  what: 'this search',
  doing: `searching for ${of}`,
  schema: SearchPage,
})

async function ask(caller: Caller, cql: string): Promise<SearchResult[]> {
  const query = { cql, limit, excerpt: 'none' } as const
  const page = await caller.read('get', '/wiki/rest/api/search', { query }, about('content'))
  return page.results
}

async function askPeople(caller: Caller, cql: string): Promise<SearchResult[]> {
  const query = { cql, limit }
  const page = await caller.read('get', '/wiki/rest/api/search/user', { query }, about('people'))
  return page.results
}

/** Searching people needs a right that some tokens lack; content is worth showing without them. */
function listed(settled: PromiseSettledResult<SearchResult[]>): SearchResult[] {
  if (settled.status === 'fulfilled') return settled.value
  const error: unknown = settled.reason
  const bearable = [
    'forbidden',
    'missing-scope',
    'bad-request',
    'not-found',
    'not-supported',
    'server',
  ]
  if (error instanceof FailureError && bearable.includes(error.failure.kind)) return []
  throw error
}

export function contentIn(result: SearchResult, siteOrigin: string): Entity[] {
  const { content, resultGlobalContainer: container } = result
  if (!content) return []
  const title = content.title || withoutMarks(result.title ?? '')
  const entity = contentEntity({ ...content, title: withoutMarks(title) }, siteOrigin)
  const key = /\/spaces\/([^/?#]+)/.exec(container?.displayUrl ?? '')?.[1]
  if (entity.space !== undefined || key === undefined) return [entity]
  const name = withoutMarks(container?.title ?? '') || key
  return [{ ...entity, space: { key, name } }]
}
