import { agree } from '@shared/text'
import type { Reading } from '../markup'
import { batchSize, inBatches } from './batches'
import { type Caller, parseAnswer } from './call'
import {
  cursorIn,
  doing,
  leastRows,
  namesIn,
  type PageList,
  type PageRow,
  paths,
  type People,
  peopleOf,
  rowOf,
  Rows,
  type SpacePages,
} from './list-pages'
import type { Site } from './site'

export type ListedRows = {
  readonly kind: SpacePages['kind']
  /** At most 100, which is what one list takes. */
  readonly spaces: readonly SpacePages['space'][]
  /** What was changed last comes first; or by id, which stays while pages come and go. */
  readonly order: 'changed-last' | 'id'
  readonly limit: number
  readonly cursor: string | null
}

export type PagesById = {
  readonly kind: SpacePages['kind']
  readonly ids: readonly string[]
  /** Those that are known, to name the spaces of the pages. */
  readonly spaces: readonly SpacePages['space'][]
  /** How bodies are to be read; null where none are asked for. */
  readonly reading: Reading | null
  /** Whether pages in the trash are told too. */
  readonly withTrash: boolean
}

const nobody: People = new Map()
const sorts = { 'changed-last': '-modified-date', id: 'id' } as const

/** One answer of a list over many spaces. Nobody is looked up for it: it is read to compare. */
export async function listRows(
  site: Site,
  caller: Caller,
  { kind, spaces, order, limit, cursor }: ListedRows,
): Promise<PageList> {
  const query = {
    'space-id': spaces.map(({ id }) => id),
    sort: sorts[order],
    limit,
    cursor: cursor ?? undefined,
  }
  const what = agree(spaces.length, `space:${spaces[0]?.key ?? ''}`, 'these spaces')
  const list = await caller.read(
    'get',
    paths[kind],
    { query },
    { what, doing: doing[kind], schema: Rows, canAskLess: limit > leastRows },
  )
  const byId = spacesById(spaces)
  return {
    rows: list.results.map((row) =>
      rowOf(row, kind, site, { space: byId(row.spaceId), people: nobody }),
    ),
    cursor: cursorIn(list._links['next']),
    unusable: list.unusable,
    ms: caller.ms(),
  }
}

export async function pagesById(
  site: Site,
  caller: Caller,
  { kind, ids, spaces, reading, withTrash }: PagesById,
): Promise<PageRow[]> {
  const answers = await Promise.all(
    inBatches(ids, batchSize.ids).map(async (id) => {
      const answer = await caller.send('get', paths[kind], queryOf(kind, id, reading, withTrash), {
        ...{ what: 'these pages', doing: doing[kind], reading },
        canAskLess: ids.length > leastRows,
      })
      return { found: parseAnswer(answer, Rows).results, names: await namesIn(answer) }
    }),
  )
  const people = await peopleOf(
    answers.flatMap(({ found }) => found),
    site,
    caller,
  )
  const byId = spacesById(spaces)
  const rows = answers.flatMap(({ found, names }) =>
    found.map((row) => rowOf(row, kind, site, { space: byId(row.spaceId), people, names })),
  )
  site.known.addAll(rows.map(({ entity }) => entity))
  return rows
}

function queryOf(
  kind: SpacePages['kind'],
  id: string[],
  reading: Reading | null,
  withTrash: boolean,
) {
  const query = { id, limit: batchSize.ids, 'body-format': reading?.format }
  if (!withTrash) return { query }
  // Blog posts cannot be archived.
  const status =
    kind === 'page'
      ? (['current', 'archived', 'trashed'] as const)
      : (['current', 'trashed'] as const)
  return { query: { ...query, status: [...status] } }
}

function spacesById(spaces: readonly SpacePages['space'][]) {
  const known = new Map(spaces.map((space) => [space.id, space]))
  return (id: string | null | undefined) => known.get(id ?? '') ?? null
}
