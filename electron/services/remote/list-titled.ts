import type { Caller } from './call'
import { doing, type PageRow, paths, peopleOf, rowOf, Rows, type SpacePages } from './list-pages'
import type { Site } from './site'

export type TitledPages = Pick<SpacePages, 'kind' | 'space'> & { readonly title: string }

/** More of one title in one space are told apart by nothing that markup says. */
const limit = 25

/**
 * Pages or blog posts of a space by their title, those in the archive and in the trash too.
 * Confluence meets the whole title, in any case of its letters.
 */
export async function listTitled(
  site: Site,
  caller: Caller,
  { kind, space, title }: TitledPages,
): Promise<PageRow[]> {
  const query = { 'space-id': [space.id], title, limit }
  const about = { what: `space:${space.key}`, doing: doing[kind], schema: Rows }
  const list =
    kind === 'page'
      ? await caller.read(
          'get',
          paths.page,
          { query: { ...query, status: ['current', 'archived', 'trashed'] } },
          about,
        )
      : await caller.read(
          'get',
          paths.blogpost,
          { query: { ...query, status: ['current', 'trashed'] } },
          about,
        )
  const people = await peopleOf(list.results, site, caller)
  const rows = list.results.map((row) => rowOf(row, kind, site, { space, people }))
  site.known.addAll(rows.map(({ entity }) => entity))
  return rows
}
