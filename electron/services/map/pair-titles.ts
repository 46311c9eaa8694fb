import { FailureError } from '@shared/failure'
import { createTurns, type Home, type Mark, type Markup, pairById, type Reading } from '../markup'
import { isByTitle, isOpenTitle, type MappedPage } from './mapped-page'
import type { MapPort } from './model'
import { createPageSize } from './page-size'
import type { Checked } from './resolve-target'
import type { TitleIndex } from './title-index'
import { isAboutTheList } from './walk-space'

/** Pages that one call lists by their ids. */
const most = 250

type Watching = {
  readonly onCalls: (calls: number) => void
  readonly onRead: (pages: readonly MappedPage[], calls: number) => void
  /** False where the limit of calls is reached. */
  readonly mayCall: () => boolean
}

/**
 * Titles that lead nowhere in the mapped spaces get their ids: the same pages are read once more in
 * the format that writes links by id. Where the two formats of a page do not agree, its titles stay
 * as they are. Gives how many links could not be looked up so, since the site failed.
 */
export async function pairTitles(
  port: Pick<MapPort, 'names'>,
  pages: readonly MappedPage[],
  { home, index, checked }: { home: Home; index: TitleIndex; checked: Checked },
  { onCalls, onRead, mayCall }: Watching,
  signal: AbortSignal,
): Promise<number> {
  const openIn = (page: MappedPage) =>
    page.marks.filter((mark) => isOpenTitle(mark, page, index, checked))
  const pause = createTurns()
  const open: MappedPage[] = []
  for (const page of pages) {
    await pause()
    if (page.paired !== true && openIn(page).length > 0) open.push(page)
  }
  const size = createPageSize(most)
  let lost = 0
  for (const kind of ['page', 'blogpost'] as const) {
    const ofKind = open.filter((page) => page.kind === kind)
    for (let at = 0; at < ofKind.length && mayCall();) {
      const batch = ofKind.slice(at, at + size.now())
      const ids = batch.map(({ id }) => id)
      const reading = { format: 'atlas_doc_format', home } as const
      const answer = await namesOf(port, kind, ids, reading, signal)
      onCalls(answer.calls)
      if ('failure' in answer) {
        if (size.failed(answer.failure, batch.length)) continue
        lost += batch.reduce((sum, page) => sum + openIn(page).length, 0)
        at += batch.length
        continue
      }
      at += batch.length
      size.took(answer.ms)
      const read: MappedPage[] = []
      for (const page of batch) {
        await pause()
        const markup = answer.names.get(page.id)
        const marks = markup === undefined ? null : withIds(page, markup)
        read.push({ ...page, marks: marks ?? page.marks, paired: true })
      }
      onRead(read, answer.calls)
    }
  }
  return lost
}

/** What has to do with this list alone is no reason to end the map. */
async function namesOf(
  { names }: Pick<MapPort, 'names'>,
  kind: MappedPage['kind'],
  ids: readonly string[],
  reading: Reading,
  signal: AbortSignal,
) {
  try {
    return await names(kind, ids, reading, signal)
  } catch (error) {
    if (!(error instanceof FailureError) || !isAboutTheList(error.failure)) throw error
    return { failure: error.failure, calls: 1 }
  }
}

function withIds(page: MappedPage, byId: Markup): readonly Mark[] | null {
  const pairs = pairById(page.marks, byId.marks)
  if (pairs === null) return null
  return page.marks.map((mark) => {
    const paired = pairs.get(mark)
    // The title stays: a page of that name may come. So do ids of what it leads to now: that may go.
    return paired === undefined || !isByTitle(mark) ? mark : { ...mark, paired }
  })
}
