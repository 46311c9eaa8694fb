import { FailureError } from '@shared/failure'
import { type PageKind } from '@shared/map'
import type { PageRow, SpacePages, SpaceRow } from '../remote'
import type { MappedPage } from './mapped-page'
import { createPageSize } from './page-size'
import type { ListedAnswer, RefreshPort } from './refresh-model'
import { changesOf, isBehind, newestOf } from './refresh-rows'

/** Spaces of which one list tells, at most. */
const together = 100
/** Rows without bodies are light, so the most that Confluence gives is asked for from the start. */
const most = 250

export type RowList = {
  readonly name: string
  readonly kind: PageKind
  readonly spaces: readonly SpacePages['space'][]
}

/** The lists that a refresh reads: the pages and the blog posts of up to a hundred spaces in one. */
export function rowLists(spaces: readonly SpaceRow[]): RowList[] {
  const all = spaces
    .map(({ id, entity }) => ({ id, key: entity.key, name: entity.title }))
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
  const lists: RowList[] = []
  for (let at = 0; at < all.length; at += together) {
    const some = all.slice(at, at + together)
    for (const kind of ['page', 'blogpost'] as const) {
      lists.push({ name: `${kind} ${at / together}`, kind, spaces: some })
    }
  }
  return lists
}

export type RowsAbout = {
  readonly pages: ReadonlyMap<string, MappedPage>
  readonly isWhole: boolean
  readonly since: string | null
}

/**
 * Reads a list on from what was read of it, answer by answer: all of it, or from the last change
 * back to what is known. Throws what ends it.
 */
export async function readRows(
  { rows: ask }: Pick<RefreshPort, 'rows'>,
  list: RowList,
  before: readonly ListedAnswer[],
  about: RowsAbout,
  {
    onAnswer,
    onCalls,
    mayCall,
  }: {
    onAnswer: (answer: ListedAnswer) => void
    onCalls: (calls: number) => void
    mayCall: () => boolean
  },
  signal: AbortSignal,
): Promise<void> {
  const last = before.findLast((one) => one.list === list.name)
  if (last?.ended === true) return
  const size = createPageSize(most)
  const { kind, spaces } = list
  const order = about.isWhole ? ('id' as const) : ('changed-last' as const)
  for (let cursor = last?.cursor ?? null; mayCall();) {
    const limit = size.now()
    try {
      const answer = await ask({ kind, spaces, order, limit, cursor }, signal)
      onCalls(answer.calls)
      size.took(answer.ms)
      const { isKnown, ...read } = answerOf(list, answer.rows, about)
      const isEnd = answer.cursor === null || answer.cursor === cursor || isKnown
      onAnswer({ ...read, cursor: answer.cursor, ended: isEnd, unusable: answer.unusable })
      if (isEnd) return
      cursor = answer.cursor
    } catch (error) {
      if (!(error instanceof FailureError)) throw error
      onCalls(1)
      if (!size.failed(error.failure, limit)) throw error
    }
  }
}

function answerOf(
  { name, kind, spaces }: RowList,
  rows: readonly PageRow[],
  { pages, isWhole, since }: RowsAbout,
) {
  const keys = new Map(spaces.map(({ id, key }) => [id, key]))
  const told = rows.map((row) => {
    const id = row.entity.key
    const kept = pages.get(id)
    const what = changesOf(kept, row, keys.get(row.spaceId) ?? '')
    // What came without its body before may come with it now.
    const isKnown = what.length === 0 && kept?.unread !== 'no-body'
    return { id, what, isKnown, changedAt: row.entity.changedAt }
  })
  return {
    list: name,
    rows: rows.length,
    seen: isWhole ? told.map(({ id }) => id) : [],
    differing: told.flatMap(({ id, what, isKnown }) =>
      isKnown ? [] : [{ id, kind, what: [...what] }],
    ),
    newest: newestOf(told.map(({ changedAt }) => changedAt)),
    isKnown: !isWhole && isBehind(told, since),
  }
}
