import type { FindTargets, FoundPage } from '@shared/contract'
import { FailureError } from '@shared/failure'
import { type Entity, type EntityRef, nodeId, relationOf } from '@shared/graph'
import { favourite } from '@shared/vocabulary'
import type { Account } from './account'
import { SearchPage, V2SpaceList } from './answers'
import type { Caller } from './call'
import { spaceEntity } from './entity-of'
import { contentIn } from './search'
import type { Site } from './site'

/** What cannot be listed by any way, said without asking in vain. */
export const unlisted = (which: string): FailureError =>
  new FailureError({
    kind: 'not-supported',
    what: `listing the ${which} of “favourite”; only your own favourite content, and anybody’s favourite spaces, can be listed`,
  })

export type Favourites = {
  /** One page of what a person holds dear. Throws `not-supported` where there is no way to list it. */
  targets(
    caller: Caller,
    query: Omit<FindTargets, 'profile'>,
    own: () => Promise<Account>,
  ): Promise<FoundPage>
}

/** A page of a list that goes on at a cursor. */
type Listed = {
  readonly entities: readonly Entity[]
  /** Results that hold no entity of the type asked for. */
  readonly unidentified: number
  readonly count: number
  readonly cursor: string | null
}
type Ask = (cursor: string | undefined) => Promise<Listed>

const defaultLimit = 100
/** Cursors that are gone are found again from the start, a page a call; no list is longer. */
const mostPages = 200

/** Remembers where each page starts, since the contract counts and these lists have cursors. */
export function createFavourites(site: Site): Favourites {
  const cursors = new Map<string, ReadonlyMap<number, string>>()
  return {
    targets: async (caller, query, own) => {
      const { source, targetType, start = 0, limit = defaultLimit } = query
      if (source.type !== 'user') throw unlisted('targets')
      const ask = await listing(site, caller, source, targetType, Math.min(limit, 250), own)
      const key = `${source.key} ${targetType} ${limit}`
      const known = new Map(start === 0 ? [] : cursors.get(key))
      // Kept only where it led somewhere: a cursor that has run out is looked for anew.
      cursors.delete(key)
      const page = await pageFrom(ask, start, known)
      cursors.set(key, known)
      site.known.addAll(page.entities)
      return {
        relations: page.entities.map(({ id }) => relationOf(favourite, nodeId(source), id)),
        entities: [...page.entities],
        unidentified: page.unidentified,
        next: page.next,
        calls: caller.calls(),
      }
    },
  }
}

async function listing(
  site: Site,
  caller: Caller,
  source: EntityRef,
  targetType: FindTargets['targetType'],
  limit: number,
  own: () => Promise<Account>,
): Promise<Ask> {
  if (targetType === 'space') return (cursor) => spaces(site, caller, source.key, limit, cursor)
  if (targetType === 'user' || (await own()).key !== source.key) throw unlisted('targets')
  return (cursor) => ownContent(site, caller, limit, cursor)
}

async function ownContent(
  site: Site,
  caller: Caller,
  limit: number,
  cursor: string | undefined,
): Promise<Listed> {
  const page = await caller.read(
    'get',
    '/wiki/rest/api/search',
    { query: { cql: 'favourite = currentUser()', cursor, limit, excerpt: 'none' } },
    { what: 'your favourites', doing: 'listing your favourite content', schema: SearchPage },
  )
  // The same query finds favourite spaces, which are listed by their own call.
  const entities = page.results.flatMap((result) => contentIn(result, site.origin))
  return {
    entities,
    unidentified:
      page.unusable + page.results.filter(({ content, space }) => !content && !space).length,
    count: page.count,
    cursor: cursorIn(page._links['next']),
  }
}

async function spaces(
  site: Site,
  caller: Caller,
  account: string,
  limit: number,
  cursor: string | undefined,
): Promise<Listed> {
  const page = await caller.read(
    'get',
    '/wiki/api/v2/spaces',
    { query: { 'favorited-by': account, cursor, limit } },
    { what: `user:${account}`, doing: 'listing favourite spaces', schema: V2SpaceList },
  )
  return {
    entities: page.results.map((space) => spaceEntity(space, site.origin)),
    unidentified: page.unusable,
    count: page.count,
    cursor: cursorIn(page._links['next']),
  }
}

/** Of the address of a next page only its cursor is taken, wherever in the query it stands. */
export function cursorIn(next: string | undefined): string | null {
  const query = next?.split('?').slice(1).join('?').replace(/#.*$/, '')
  return new URLSearchParams(query).get('cursor') || null
}

/**
 * The whole page that holds result number `start`; `known` are the cursors by the number of their
 * first result, and gets those that are met. Throws `unreadable-answer` for a list without an end.
 */
async function pageFrom(ask: Ask, start: number, known: Map<number, string>) {
  const nearest = [...known.keys()].filter((at) => at <= start).sort((a, b) => b - a)[0] ?? 0
  let at = nearest
  let cursor = known.get(nearest)
  for (let pages = 0; pages < mostPages; pages += 1) {
    const page = await ask(cursor)
    const end = at + page.count
    const more = page.cursor !== null && page.cursor !== cursor
    if (more) known.set(end, page.cursor)
    if (end > start || !more) return { ...page, next: more ? end : null }
    cursor = page.cursor
    at = end
  }
  const detail = 'its list of favourites does not end'
  throw new FailureError({ kind: 'unreadable-answer', status: 200, detail })
}
