import { type Failure, FailureError } from '@shared/failure'
import { type Entity, type EntityRef, type NodeId, nodeId, subtypeWord } from '@shared/graph'
import { V2Content, V2ContentList } from './answers'
import { batchSize, type Gathered, inCalls, type Left, reasonsOf, unique } from './batches'
import type { Caller } from './call'
import { failureAlone } from './alone'
import { contentTypes } from './content-types'
import { listed } from './directory'
import { bulkContentEntity, personOf } from './entity-of'
import { lackingBy, type LookedUp, referringTo } from './lacking'
import type { Site } from './site'

type Typed = { readonly content: V2Content; readonly subtype: string }

const idOf = (key: string): NodeId => nodeId({ type: 'content', key })

/** Pages first, since most content is; what is none is looked up one kind after the other. */
export async function describeContent(
  site: Site,
  caller: Caller,
  keys: readonly string[],
): Promise<LookedUp> {
  // An id of another alphabet (`att123`) would make the server refuse the whole batch.
  const ids = keys.filter(isListable)
  const pages = await listContent(caller, 'page', ids)
  const afterPages = without(ids, pages)
  const posts = await listContent(caller, 'blogpost', afterPages)
  const [others, files] = await Promise.all([
    otherContent(caller, without(afterPages, posts)),
    singles(
      caller,
      keys.filter(isFile).map((id) => [id, 'attachment']),
    ),
  ])
  const odd = { ids: keys.filter((key) => !isListable(key) && !isFile(key)), failure: unaskable }
  const doubts = reasonsOf([...pages.left, ...posts.left, ...others.left, ...files.left, odd])
  // A page whose title could not be asked for is not known by its kind alone.
  const named = others.named.filter(({ key, subtype }) => !doubts.has(key) || !isListed(subtype))
  const typed = [...pages.found, ...posts.found, ...others.typed, ...files.typed]
  const known = new Set([
    ...typed.map(({ content }) => content.id),
    ...named.map(({ key }) => key),
    ...others.absent,
  ])
  const open = [...doubts].flatMap(([key, failure]) =>
    known.has(key) ? [] : [[idOf(key), failure] as const],
  )
  const described = await withSpacesAndAuthors(site, caller, typed)
  return {
    entities: [...described.entities, ...named],
    failed: [...lackingBy('title', new Map(open)), ...described.failed],
  }
}

const isListable = (key: string): boolean => /^\d+$/.test(key)
/** Attached files have ids of their own form, as v2 writes them, which no list of content takes. */
const isFile = (key: string): boolean => /^att\d+$/.test(key)

/** Nothing was asked about it, so nothing is known: neither that it is there nor that it is gone. */
const unaskable: Failure = {
  kind: 'not-supported',
  what: 'looking up content whose id is not a number',
}

/** Where the site is in trouble, asking for other kinds would only add to it. */
const trouble: ReadonlySet<Failure['kind']> = new Set(['server', 'timeout', 'rate-limited'])

/** The ids that may be of another kind. */
const without = (ids: readonly string[], { found, left }: Gathered<Typed>): string[] => {
  const gone = new Set(found.map(({ content }) => content.id))
  for (const one of left) if (trouble.has(one.failure.kind)) one.ids.forEach((id) => gone.add(id))
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

const isListed = (subtype: string | undefined): boolean =>
  subtype !== undefined && Object.hasOwn(listings, subtype)

async function listContent(
  caller: Caller,
  subtype: keyof typeof listings,
  ids: readonly string[],
): Promise<Gathered<Typed>> {
  const { path, status, doing } = listings[subtype]
  const ask = async (batch: string[]) => {
    const query = { id: batch, status: [...status], limit: batchSize.ids }
    const about = { what: 'these pages', doing, schema: V2ContentList }
    return listed(await caller.read('get', path, { query }, about))
  }
  const came = await inCalls(ids, { size: batchSize.ids, ask, idOf: (content) => content.id })
  return { found: came.found.map((content) => ({ content, subtype })), left: came.left }
}

const single = {
  whiteboard: '/wiki/api/v2/whiteboards/{id}',
  database: '/wiki/api/v2/databases/{id}',
  folder: '/wiki/api/v2/folders/{id}',
  embed: '/wiki/api/v2/embeds/{id}',
  attachment: '/wiki/api/v2/attachments/{id}',
} as const

/**
 * A file under a plain number is named by its kind, which is known by now; to ask for its title takes
 * a scope that few tokens have. Only of one under an id of its own form is nothing known before.
 */
const isSingle = (subtype: string): subtype is keyof typeof single =>
  Object.hasOwn(single, subtype) && subtype !== 'attachment'

type Others = {
  readonly typed: readonly Typed[]
  readonly named: readonly Entity[]
  /** Said not to be there. */
  readonly absent: readonly string[]
  readonly left: readonly Left[]
}

/** Whiteboards and the like have no call by list; of comments and files the kind is enough. */
async function otherContent(caller: Caller, ids: readonly string[]): Promise<Others> {
  const { types, absent, left } = await contentTypes(caller, ids)
  const looked = await singles(
    caller,
    [...types].flatMap(([id, subtype]) => (isSingle(subtype) ? [[id, subtype] as const] : [])),
  )
  return {
    typed: looked.typed,
    named: [...types].flatMap(([id, type]) => (isSingle(type) ? [] : [namedByType(id, type)])),
    absent,
    left: [...left, ...looked.left],
  }
}

/** What is looked up one by one; what is not there is in neither list. */
async function singles(
  caller: Caller,
  wanted: readonly (readonly [id: string, subtype: keyof typeof single])[],
): Promise<Pick<Others, 'typed' | 'left'>> {
  const looked = await Promise.all(wanted.map(([id, subtype]) => oneContent(caller, subtype, id)))
  return {
    typed: looked.flatMap((one) => (one !== null && 'content' in one ? [one] : [])),
    left: looked.flatMap((one) => (one !== null && 'failure' in one ? [one] : [])),
  }
}

function namedByType(key: string, subtype: string): Entity {
  const words = subtypeWord(subtype)
  const title = `${words.charAt(0).toUpperCase()}${words.slice(1)} ${key}`
  const ref: EntityRef = { type: 'content', key }
  return { id: nodeId(ref), ...ref, title, status: 'current', subtype }
}

/** Null where it is not there. */
async function oneContent(
  caller: Caller,
  subtype: keyof typeof single,
  id: string,
): Promise<Typed | Left | null> {
  try {
    const about = { what: `content:${id}`, doing: `reading a ${subtype}`, schema: V2Content }
    return {
      content: await caller.read('get', single[subtype], { path: { id } }, about),
      subtype,
    }
  } catch (error) {
    if (isNotFound(error)) return null
    return { ids: [id], failure: failureAlone(error) }
  }
}

const isNotFound = (error: unknown): boolean =>
  error instanceof FailureError && error.failure.kind === 'not-found'

/** A token may lack the right for spaces or people; the rest is still worth showing. */
async function withSpacesAndAuthors(
  site: Site,
  caller: Caller,
  found: readonly Typed[],
): Promise<LookedUp> {
  const references = (pick: (content: V2Content) => string | null | undefined) =>
    new Map(found.map(({ content }) => [idOf(content.id), pick(content)]))
  const spaceIds = references((content) => content.spaceId)
  const authorIds = references((content) => content.authorId)
  const [spaces, people] = await Promise.all([
    site.directory.spacesById(caller, referred(spaceIds)),
    site.directory.people(caller, referred(authorIds)),
  ])
  const entities = found.map(({ content, subtype }) => {
    const space = spaces.known.get(content.spaceId ?? '')
    const author = people.known.get(content.authorId ?? '')
    return bulkContentEntity(content, subtype, site.origin, {
      space: space && { key: space.key, name: space.name || space.key },
      author: author && personOf(author),
    })
  })
  return {
    entities,
    failed: [
      ...lackingBy('space', referringTo(spaces.left, spaceIds)),
      ...lackingBy('creator', referringTo(people.left, authorIds)),
    ],
  }
}

const referred = (references: ReadonlyMap<NodeId, string | null | undefined>): string[] =>
  unique([...references.values()].flatMap((id) => id || []))
