import { parseStart, type StartTarget } from '@shared/crawl'
import { FailureError } from '@shared/failure'
import { type Entity, type EntityRef, nodeId } from '@shared/graph'
import { quoted } from '@shared/text'
import { itemsLacking } from './alone'
import { V2ContentList } from './answers'
import type { Caller } from './call'
import { describe } from './describe'
import type { Site } from './site'

/** The entity that a typed start names. `me` gives the person behind the credentials. */
export async function resolve(
  site: Site,
  caller: Caller,
  text: string,
  me: () => Promise<Entity>,
): Promise<Entity> {
  const parsed = parseStart(text, site.origin)
  if (!parsed.ok) throw new FailureError(parsed.failure)
  const { target } = parsed
  return target.kind === 'me' ? me() : described(site, caller, await refOf(site, caller, target))
}

async function refOf(
  site: Site,
  caller: Caller,
  target: Exclude<StartTarget, { kind: 'me' }>,
): Promise<EntityRef> {
  switch (target.kind) {
    case 'entity':
      return target.ref
    case 'title':
      return await byTitle(site, caller, target)
    case 'words':
      throw new FailureError({
        kind: 'not-understood',
        input: target.text.slice(0, 200),
        reason: 'these are words, and more than one thing may match them; pick one of the results.',
      })
  }
}

async function described(site: Site, caller: Caller, ref: EntityRef): Promise<Entity> {
  const { entities, failed, spelt } = await describe(site, caller, [ref])
  const id = spelt[0]?.own ?? nodeId(ref)
  const entity = entities.find((one) => one.id === id)
  if (entity !== undefined) return entity
  const title = failed.find(({ part }) => part === 'title')
  throw new FailureError(title?.failure ?? { kind: 'not-found', what: nodeId(ref) })
}

async function byTitle(
  site: Site,
  caller: Caller,
  target: Extract<StartTarget, { kind: 'title' }>,
): Promise<EntityRef> {
  const { spaceKey, title, contentType } = target
  const { found: spaces, left } = await site.directory.spacesByKey(caller, [spaceKey])
  const [space] = spaces
  if (space === undefined) {
    const what = `the space ${spaceKey}`
    throw new FailureError(left[0]?.failure ?? { kind: 'not-found', what })
  }
  const what = `${quoted(title)} in the space ${spaceKey}`
  const path = contentType === 'page' ? '/wiki/api/v2/pages' : '/wiki/api/v2/blogposts'
  const query = { 'space-id': [space.id], title, limit: 1 }
  const doing = 'looking for a title'
  const list = await caller.read('get', path, { query }, { what, doing, schema: V2ContentList })
  const [found] = list.results
  if (found !== undefined) return { type: 'content', key: found.id }
  const failure = list.unusable > 0 ? itemsLacking(list.unusable) : null
  throw new FailureError(failure ?? { kind: 'not-found', what })
}
