import { z } from 'zod'
import type { Entity, Person } from '@shared/graph'
import { listOf, V2Content, type V2Space } from './answers'
import { unique } from './batches'
import type { Markup, Reading } from '../markup'
import type { Names } from './body'
import { type Answer, type Caller, parseAnswer } from './call'
import { bulkContentEntity, personOf, spaceEntity } from './entity-of'
import type { Site } from './site'

const text = z.string().nullish().catch(undefined)

const Row = V2Content.extend({
  parentId: text,
  parentType: text,
  ownerId: text,
  version: z.looseObject({ number: z.number().int(), createdAt: text }).nullish().catch(undefined),
  /** Which of the bodies that were read is its own; a body that was not is left where it is. */
  body: z.int().nonnegative().nullish().catch(undefined),
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

/** A page or blog post as a list tells it. */
export type PageRow = {
  readonly entity: Entity
  readonly spaceId: string
  /** What stands above it in the tree: a page, folder, whiteboard or database. */
  readonly parentId: string | null
  readonly version: number
  /** What its body names; null where it came without one. */
  readonly markup: Markup | null
}

export type PageList = ListEnd & { readonly rows: readonly PageRow[] }

/** Its rows come later than the rest, since they wait for what their bodies name. */
export type ListedPages = ListEnd & { readonly rows: () => Promise<readonly PageRow[]> }

type ListEnd = {
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
  /** How bodies are to be read; null where none are asked for. */
  readonly reading: Reading | null
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

/**
 * One answer of the list of a space, in the order of ids, which stays while pages come and go. Where
 * it goes on is known before its bodies are read and its people are asked for.
 */
export async function listPages(
  site: Site,
  caller: Caller,
  { kind, space, reading, limit, cursor }: SpacePages,
): Promise<ListedPages> {
  const query = {
    'space-id': [space.id],
    sort: 'id' as const,
    limit,
    'body-format': reading?.format,
    cursor: cursor ?? undefined,
  }
  const canAskLess = limit > leastRows
  const about = { what: `space:${space.key}`, doing: doing[kind], canAskLess, reading }
  const answer = await caller.send('get', paths[kind], { query }, about)
  const list = parseAnswer(answer, Rows)
  return {
    cursor: cursorIn(list._links['next']),
    unusable: list.unusable,
    ms: caller.ms(),
    rows: async () => {
      const [names, people] = await Promise.all([
        namesIn(answer),
        peopleOf(list.results, site, caller),
      ])
      const rows = list.results.map((row) => rowOf(row, kind, site, { space, people, names }))
      site.known.addAll(rows.map(({ entity }) => entity))
      return rows
    },
  }
}

/** What the bodies name that came with an answer. Throws the failure `too-large`. */
export const namesIn = async ({ named }: Answer): Promise<Names> => (await named?.()) ?? []

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
  {
    space,
    people,
    names = [],
  }: {
    readonly space: SpacePages['space'] | null
    readonly people: People
    readonly names?: Names
  },
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
    markup: typeof row.body === 'number' ? (names[row.body] ?? null) : null,
  }
}

/** Of the address that the server names only the cursor is taken; the call is ours. */
export function cursorIn(next: string | undefined): string | null {
  if (next === undefined) return null
  return new URLSearchParams(next.split('?').slice(1).join('?')).get('cursor')
}
