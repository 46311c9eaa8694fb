import { parseStart, type StartTarget } from '@shared/crawl'
import { FailureError } from '@shared/failure'
import { type Entity, type EntityRef, nodeId } from '@shared/graph'
import { V2ContentList } from './answers'
import type { Caller } from './call'
import { describe } from './describe'
import type { Site } from './site'

/** The entity that a typed start names. `me` gives the account id behind the credentials. */
export async function resolve(
  site: Site,
  caller: Caller,
  text: string,
  me: () => Promise<string>,
): Promise<Entity> {
  const parsed = parseStart(text, site.origin)
  if (!parsed.ok) throw new FailureError(parsed.failure)
  return described(site, caller, await refOf(site, caller, parsed.target, me))
}

async function refOf(
  site: Site,
  caller: Caller,
  target: StartTarget,
  me: () => Promise<string>,
): Promise<EntityRef> {
  switch (target.kind) {
    case 'entity':
      return target.ref
    case 'me':
      return { type: 'user', key: await me() }
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
  const { entities } = await describe(site, caller, [ref])
  const entity = entities.find(({ id }) => id === nodeId(ref)) ?? sameSpace(entities, ref)
  if (entity === undefined) throw new FailureError({ kind: 'not-found', what: nodeId(ref) })
  return entity
}

/** Space keys are found in any case, so the answer's own spelling is the identity. */
const sameSpace = (entities: readonly Entity[], ref: EntityRef): Entity | undefined =>
  entities.find(({ type, key }) => type === 'space' && key.toLowerCase() === ref.key.toLowerCase())

async function byTitle(
  site: Site,
  caller: Caller,
  target: Extract<StartTarget, { kind: 'title' }>,
): Promise<EntityRef> {
  const { spaceKey, title, contentType } = target
  const [space] = await site.directory.spacesByKey(caller, [spaceKey])
  if (space === undefined) {
    throw new FailureError({ kind: 'not-found', what: `the space ${spaceKey}` })
  }
  const what = `“${title}” in the space ${spaceKey}`
  const path = contentType === 'page' ? '/wiki/api/v2/pages' : '/wiki/api/v2/blogposts'
  const query = { 'space-id': [space.id], title, limit: 1 }
  const doing = 'looking for a title'
  const list = await caller.read('get', path, { query }, { what, doing, schema: V2ContentList })
  const [found] = list.results
  if (found === undefined) throw new FailureError({ kind: 'not-found', what })
  return { type: 'content', key: found.id }
}
