import { decodeTinyLink } from '@shared/crawl'
import type { EntityRef } from '@shared/graph'
import { webui } from '../api/web-address'
import type { World } from '../world'

/** The entity that an address for people names; `path` begins after `/wiki`. */
export function entityAt(path: readonly string[], query: URLSearchParams): EntityRef | null {
  const [first, second, third] = path
  if (first === 'people') return ref('user', second)
  if (first === 'x') return ref('content', decodeTinyLink(path.slice(1).join('/')) ?? undefined)
  if (first === 'pages' && second?.endsWith('.action')) {
    return ref('content', query.get('pageId') ?? undefined)
  }
  if (first === 'pages') return ref('content', second)
  if (first !== 'spaces') return null
  if (third === undefined || third === 'overview') return ref('space', second)
  // A blog post's address has its day before its id.
  return ref('content', third === 'blog' && path.length > 4 ? path[6] : path[3])
}

const ref = (type: EntityRef['type'], key: string | undefined): EntityRef | null =>
  key === undefined || key === '' ? null : { type, key }

/** The address for people of an entity, on the site's own origin. */
export function addressOf({ type, key }: EntityRef, { content }: World): string {
  if (type === 'user') return `/wiki/people/${encodeURIComponent(key)}`
  if (type === 'space') return `/wiki/spaces/${encodeURIComponent(key)}`
  const one = content.get(key)
  return one === undefined ? '/wiki' : `/wiki${webui(one)}`
}
