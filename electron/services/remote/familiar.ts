import type { Familiar } from '@shared/contract'
import { FailureError } from '@shared/failure'
import type { Entity } from '@shared/graph'
import type { SearchResult } from './answers'
import type { Caller } from './call'
import { spaceEntity } from './entity-of'
import { askContent, contentIn, settled } from './search'
import type { Site } from './site'

/**
 * What a person knows their way from: the content they viewed last, and the pages and spaces they
 * starred. Each is asked for itself; throws only where neither can be had. Both queries are
 * documented: developer.atlassian.com/cloud/confluence/cql-functions and cql-fields.
 */
export async function familiar(site: Site, caller: Caller): Promise<Omit<Familiar, 'calls'>> {
  const ask = (cql: string) =>
    settled('content', askContent(caller, cql), (result) => entitiesIn(result, site.origin))
  const [viewed, starred] = await Promise.all([
    ask('id in recentlyViewedContent(10, 0)'),
    ask('favourite = currentUser()'),
  ])
  const failed = [...viewed.failed, ...starred.failed]
  const [first] = failed
  if (first !== undefined && failed.length === 2) throw new FailureError(first.failure)
  site.known.addAll([...viewed.entities, ...starred.entities])
  return { viewed: viewed.entities, starred: starred.entities }
}

const entitiesIn = (result: SearchResult, origin: string): Entity[] =>
  result.space ? [spaceEntity(result.space, origin)] : contentIn(result, origin)
