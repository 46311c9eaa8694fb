import type { Described } from '@shared/contract'
import { FailureError } from '@shared/failure'
import { type Entity, type EntityRef, type EntityType, nodeId } from '@shared/graph'
import { IdTypes, V2Content, V2ContentList } from './answers'
import { batchSize, inBatches, inCalls, unique } from './batches'
import type { Caller } from './call'
import { bulkContentEntity, personOf, spaceEntity, userEntity } from './entity-of'
import type { Site } from './site'

/** Titles, statuses, spaces and authors of entities, in as few calls as the API allows. */
export async function describe(
  site: Site,
  caller: Caller,
  refs: readonly EntityRef[],
): Promise<Omit<Described, 'calls'>> {
  const keys = (type: EntityType) =>
    unique(refs.filter((ref) => ref.type === type).map((ref) => ref.key))
  const parts = await Promise.all([
    describeContent(site, caller, keys('content')),
    describePeople(site, caller, keys('user')),
    describeSpaces(site, caller, keys('space')),
  ])
  const entities = parts.flat()
  site.known.addAll(entities)
  const found = new Set(entities.map((entity) => entity.id))
  const missing = unique(refs.map(nodeId)).filter((id) => !found.has(id))
  return { entities, missing }
}

type Typed = { readonly content: V2Content; readonly subtype: string }

/** Pages first, since most content is; what is none is looked up one kind after the other. */
async function describeContent(site: Site, caller: Caller, keys: string[]): Promise<Entity[]> {
  // An id of another alphabet (`att123`) would make the server refuse the whole batch.
  const ids = keys.filter((key) => /^\d+$/.test(key))
  const pages = await listContent(caller, 'page', ids)
  const afterPages = without(ids, pages)
  const posts = await listContent(caller, 'blogpost', afterPages)
  const others = await otherContent(caller, without(afterPages, posts))
  const found = [...pages, ...posts, ...others.typed]
  return [...(await withSpacesAndAuthors(site, caller, found)), ...others.named]
}

const without = (ids: readonly string[], found: readonly Typed[]): string[] => {
  const gone = new Set(found.map(({ content }) => content.id))
  return ids.filter((id) => !gone.has(id))
}

const listings = {
  page: {
    path: '/wiki/api/v2/pages',
    status: ['current', 'archived', 'trashed', 'deleted'],
    doing: 'reading pages',
  },
  blogpost: {
    path: '/wiki/api/v2/blogposts',
    status: ['current', 'trashed', 'deleted'],
    doing: 'reading blog posts',
  },
} as const

async function listContent(
  caller: Caller,
  subtype: keyof typeof listings,
  ids: readonly string[],
): Promise<Typed[]> {
  const { path, status, doing } = listings[subtype]
  const ask = async (batch: string[]) => {
    const list = await caller.read(
      'get',
      path,
      { query: { id: batch, status: [...status], limit: batchSize.ids } },
      { what: 'these pages', doing, schema: V2ContentList },
    )
    return { items: list.results, more: list._links['next'] !== undefined }
  }
  const found = await inCalls(ids, batchSize.ids, ask, (content) => content.id)
  return found.map((content) => ({ content, subtype }))
}

const single = {
  whiteboard: '/wiki/api/v2/whiteboards/{id}',
  database: '/wiki/api/v2/databases/{id}',
  folder: '/wiki/api/v2/folders/{id}',
  embed: '/wiki/api/v2/embeds/{id}',
} as const

/** Whiteboards and the like have no call by list; of comments and attachments the kind is enough. */
async function otherContent(
  caller: Caller,
  ids: readonly string[],
): Promise<{ typed: Typed[]; named: Entity[] }> {
  const typed: Typed[] = []
  const named: Entity[] = []
  const types = await typesOf(caller, ids)
  await Promise.all(
    [...types].map(async ([id, subtype]) => {
      if (!isSingle(subtype)) {
        named.push(namedByType(id, subtype))
        return
      }
      const content = await oneContent(caller, subtype, id)
      if (content !== null) typed.push({ content, subtype })
    }),
  )
  return { typed, named }
}

const isSingle = (subtype: string): subtype is keyof typeof single => Object.hasOwn(single, subtype)

function namedByType(key: string, subtype: string): Entity {
  const words = subtype.replaceAll('-', ' ')
  const title = `${words.charAt(0).toUpperCase()}${words.slice(1)} ${key}`
  const ref: EntityRef = { type: 'content', key }
  return { id: nodeId(ref), ...ref, title, status: 'current', subtype }
}

async function typesOf(caller: Caller, ids: readonly string[]): Promise<Map<string, string>> {
  const answers = await Promise.all(
    inBatches(ids, batchSize.idTypes).map((contentIds) =>
      caller.read(
        'post',
        '/wiki/api/v2/content/convert-ids-to-types',
        { body: { contentIds } },
        { what: 'this content', doing: 'reading what kind of content this is', schema: IdTypes },
      ),
    ),
  )
  return new Map(
    answers
      .flatMap(({ results }) => Object.entries(results))
      .flatMap(([id, type]) => (!type || !ids.includes(id) ? [] : [[id, type] as const])),
  )
}

async function oneContent(
  caller: Caller,
  subtype: keyof typeof single,
  id: string,
): Promise<V2Content | null> {
  try {
    return await caller.read(
      'get',
      single[subtype],
      { path: { id } },
      { what: `content:${id}`, doing: `reading a ${subtype}`, schema: V2Content },
    )
  } catch (error) {
    if (isRefusal(error)) return null
    throw error
  }
}

/** A token may lack the scope for one kind of thing; the rest is still worth showing. */
const isRefusal = (error: unknown): boolean =>
  error instanceof FailureError &&
  ['not-found', 'forbidden', 'missing-scope'].includes(error.failure.kind)

function noneIfRefused(error: unknown): ReadonlyMap<string, never> {
  if (isRefusal(error)) return new Map<string, never>()
  throw error
}

async function withSpacesAndAuthors(
  site: Site,
  caller: Caller,
  found: readonly Typed[],
): Promise<Entity[]> {
  const ids = (pick: (content: V2Content) => string | null | undefined) =>
    unique(found.flatMap(({ content }) => pick(content) || []))
  const [spaces, people] = await Promise.all([
    site.directory
      .spacesById(
        caller,
        ids((content) => content.spaceId),
      )
      .catch(noneIfRefused),
    site.directory
      .people(
        caller,
        ids((content) => content.authorId),
      )
      .catch(noneIfRefused),
  ])
  return found.map(({ content, subtype }) => {
    const space = spaces.get(content.spaceId ?? '')
    const author = people.get(content.authorId ?? '')
    return bulkContentEntity(content, subtype, site.origin, {
      space: space && { key: space.key, name: space.name || space.key },
      author: author && personOf(author),
    })
  })
}

async function describePeople(site: Site, caller: Caller, keys: string[]): Promise<Entity[]> {
  const found = await site.directory.freshPeople(caller, keys)
  return found.flatMap((user) => userEntity(user, site.origin) ?? [])
}

async function describeSpaces(site: Site, caller: Caller, keys: string[]): Promise<Entity[]> {
  const found = await site.directory.spacesByKey(caller, keys)
  const authors = await site.directory
    .people(caller, unique(found.flatMap((space) => space.authorId || [])))
    .catch(noneIfRefused)
  return found.map((space) => {
    const author = authors.get(space.authorId ?? '')
    return spaceEntity(space, site.origin, author && personOf(author))
  })
}
