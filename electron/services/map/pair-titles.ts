import { type Home, type Mark, pairById, readAdf } from '../markup'
import { isOpenTitle, type MappedPage } from './mapped-page'
import type { MapPort } from './model'
import type { Checked } from './resolve-target'
import type { TitleIndex } from './title-index'

/** Pages that one call lists by their ids. */
const most = 250

/**
 * Titles that lead nowhere in the mapped spaces get their ids: the same pages are read once more in
 * the format that writes links by id. Where the two formats of a page do not agree, its titles stay
 * as they are.
 */
export async function pairTitles(
  port: Pick<MapPort, 'bodies'>,
  pages: readonly MappedPage[],
  { home, index, checked }: { home: Home; index: TitleIndex; checked: Checked },
  mayCall: (calls: number) => boolean,
  signal: AbortSignal,
): Promise<{ readonly pages: readonly MappedPage[]; readonly calls: number }> {
  const open = pages.filter((page) =>
    page.marks.some((mark) => isOpenTitle(mark, page, index, checked)),
  )
  let calls = 0
  const paired = new Map<string, MappedPage>()
  for (const kind of ['page', 'blogpost'] as const) {
    const ofKind = open.filter((page) => page.kind === kind)
    for (let at = 0; at < ofKind.length; at += most) {
      const batch = ofKind.slice(at, at + most)
      if (!mayCall(calls)) break
      const ids = batch.map(({ id }) => id)
      const answer = await port.bodies(kind, ids, 'atlas_doc_format', signal)
      calls += answer.calls
      for (const page of batch) {
        const body = answer.bodies.get(page.id)
        const marks = body === undefined ? null : withIds(page, body, { home, index, checked })
        if (marks !== null) paired.set(page.id, { ...page, marks })
      }
    }
  }
  return { pages: pages.map((page) => paired.get(page.id) ?? page), calls }
}

function withIds(
  page: MappedPage,
  body: string,
  { home, index, checked }: { home: Home; index: TitleIndex; checked: Checked },
): readonly Mark[] | null {
  const pairs = pairById(page.marks, readAdf(body, home).marks)
  if (pairs === null) return null
  return page.marks.map((mark) => {
    const target = pairs.get(mark)
    return target !== undefined && isOpenTitle(mark, page, index, checked)
      ? { ...mark, target }
      : mark
  })
}
