import { z } from 'zod'
import type { Entity, Person } from '@shared/graph'
import { listOf, V2Content, type V2Space } from './answers'
import { batchSize, inBatches, unique } from './batches'
import type { Caller } from './call'
import { bulkContentEntity, personOf, spaceEntity } from './entity-of'
import type { Site } from './site'

const text = z.string().nullish().catch(undefined)
const Body = z.looseObject({ value: z.string() }).nullish().catch(undefined)

const Row = V2Content.extend({
  parentId: text,
  parentType: text,
  ownerId: text,
  version: z.looseObject({ number: z.number().int(), createdAt: text }).nullish().catch(undefined),
  body: z.looseObject({ storage: Body, atlas_doc_format: Body }).nullish().catch(undefined),
})
export const Rows = listOf(Row)

/** A space with what only its list tells. */
export type SpaceRow = {
  readonly entity: Entity
  /** The number by which lists know it. */
  readonly id: string
  readonly homepageId: string | null
}

export const spaceRow = (space: V2Space, origin: string): SpaceRow => ({
  entity: spaceEntity(space, origin),
  id: space.id,
  homepageId: space.homepageId ?? null,
})

export type BodyFormat = 'storage' | 'atlas_doc_format'

/** A page or blog post as a list tells it. */
export type PageRow = {
  readonly entity: Entity
  readonly spaceId: string
  /** What stands above it in the tree: a page, folder, whiteboard or database. */
  readonly parentId: string | null
  readonly version: number
  /** Null where it came without one. */
  readonly body: string | null
}

export type PageList = {
  readonly rows: readonly PageRow[]
  /** Goes on behind these; null at the end. */
  readonly cursor: string | null
  /** Rows that could not be read. */
  readonly unusable: number
  /** How long the site took for it, in ms. */
  readonly ms: number
}

export type SpacePages = {
  readonly kind: 'page' | 'blogpost'
  readonly space: { readonly id: string; readonly key: string; readonly name: string }
  readonly format: BodyFormat | null
  /** Rows of one answer, 1 to 250. */
  readonly limit: number
  readonly cursor: string | null
}

/** The least that a list is asked for where the site fails under more. */
export const leastRows = 5

export const paths = { page: '/wiki/api/v2/pages', blogpost: '/wiki/api/v2/blogposts' } as const
export const doing = {
  page: 'reading the pages of a space',
  blogpost: 'reading the blog posts of a space',
}

/** One answer of the list of a space, in the order of ids, which stays while pages come and go. */
export async function listPages(
  site: Site,
  caller: Caller,
  { kind, space, format, limit, cursor }: SpacePages,
): Promise<PageList> {
  const query = {
    'space-id': [space.id],
    sort: 'id' as const,
    limit,
    'body-format': format ?? undefined,
    cursor: cursor ?? undefined,
  }
  const canAskLess = limit > leastRows
  const about = { what: `space:${space.key}`, doing: doing[kind], schema: Rows, canAskLess }
  const list = await caller.read('get', paths[kind], { query }, about)
  const ms = caller.ms()
  const people = await peopleOf(list.results, site, caller)
  const rows = list.results.map((row) => rowOf(row, kind, site, { space, people }))
  site.known.addAll(rows.map(({ entity }) => entity))
  return { rows, cursor: cursorIn(list._links['next']), unusable: list.unusable, ms }
}

/** The same pages once more by their ids, in another format: the body of each that came. */
export async function bodiesById(
  caller: Caller,
  kind: SpacePages['kind'],
  ids: readonly string[],
  format: BodyFormat,
): Promise<ReadonlyMap<string, string>> {
  const answers = await Promise.all(
    inBatches(ids, batchSize.ids).map((batch) =>
      caller.read(
        'get',
        paths[kind],
        { query: { id: batch, limit: batchSize.ids, 'body-format': format } },
        {
          ...{ what: 'these pages', doing: doing[kind], schema: Rows },
          canAskLess: ids.length > leastRows,
        },
      ),
    ),
  )
  const rows = answers.flatMap(({ results }) => results)
  return new Map(
    rows.flatMap(({ id, body }) => {
      const value = body?.[format]?.value
      return value === undefined ? [] : [[id, value] as const]
    }),
  )
}

export type People = ReadonlyMap<string, Person>

/** Who wrote the rows and answers for them; each is looked up once for a whole site. */
export async function peopleOf(
  rows: readonly z.infer<typeof Row>[],
  site: Site,
  caller: Caller,
): Promise<People> {
  const ids = unique(
    rows.flatMap(({ authorId, ownerId }) => [authorId || [], ownerId || []].flat()),
  )
  const { known } = await site.directory.people(caller, ids)
  return new Map(
    ids.flatMap((id) => {
      const user = known.get(id)
      return user === undefined ? [] : [[id, personOf(user)] as const]
    }),
  )
}

const namedOf = ({ key, name }: SpacePages['space']) => ({ key, name })

const spaceIdOf = (row: z.infer<typeof Row>, space: SpacePages['space'] | null): string =>
  row.spaceId ?? space?.id ?? ''

/** `space` is null for one that nobody knows by its number. */
export function rowOf(
  row: z.infer<typeof Row>,
  kind: SpacePages['kind'],
  site: Site,
  { space, people }: { space: SpacePages['space'] | null; people: People },
): PageRow {
  const known = {
    space: space === null ? undefined : namedOf(space),
    author: people.get(row.authorId ?? ''),
    owner: people.get(row.ownerId ?? ''),
    changedAt: row.version?.createdAt,
  }
  return {
    entity: bulkContentEntity(row, kind, site.origin, known),
    spaceId: spaceIdOf(row, space),
    parentId: row.parentId ?? null,
    version: row.version?.number ?? 0,
    body: row.body?.storage?.value ?? row.body?.atlas_doc_format?.value ?? null,
  }
}

/** Of the address that the server names only the cursor is taken; the call is ours. */
export function cursorIn(next: string | undefined): string | null {
  if (next === undefined) return null
  return new URLSearchParams(next.split('?').slice(1).join('?')).get('cursor')
}
