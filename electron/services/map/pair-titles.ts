import { type Home, type Mark, pairById, readAdf } from '../markup'
import { isByTitle, isOpenTitle, type MappedPage } from './mapped-page'
import type { MapPort } from './model'
import type { Checked } from './resolve-target'
import type { TitleIndex } from './title-index'
import { createTurns } from './turns'

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
  onRead: (pages: readonly MappedPage[], calls: number) => void,
  mayCall: () => boolean,
  signal: AbortSignal,
): Promise<void> {
  const open = pages.filter(
    (page) =>
      page.paired !== true && page.marks.some((mark) => isOpenTitle(mark, page, index, checked)),
  )
  const pause = createTurns()
  for (const kind of ['page', 'blogpost'] as const) {
    const ofKind = open.filter((page) => page.kind === kind)
    for (let at = 0; at < ofKind.length; at += most) {
      const batch = ofKind.slice(at, at + most)
      if (!mayCall()) return
      const ids = batch.map(({ id }) => id)
      const answer = await port.bodies(kind, ids, 'atlas_doc_format', signal)
      const read: MappedPage[] = []
      for (const page of batch) {
        await pause()
        const body = answer.bodies.get(page.id)
        const marks = body === undefined ? null : withIds(page, body, home)
        read.push({ ...page, marks: marks ?? page.marks, paired: true })
      }
      onRead(read, answer.calls)
    }
  }
}

function withIds(page: MappedPage, body: string, home: Home): readonly Mark[] | null {
  const pairs = pairById(page.marks, readAdf(body, home).marks)
  if (pairs === null) return null
  return page.marks.map((mark) => {
    const paired = pairs.get(mark)
    // The title stays: a page of that name may come. So do ids of what it leads to now: that may go.
    return paired === undefined || !isByTitle(mark) ? mark : { ...mark, paired }
  })
}
