import { type Failure, FailureError } from '@shared/failure'
import type { PageRow, SpacePages } from '../remote'
import type { MapPort } from './model'
import type { PageSize } from './page-size'

export type Walk = {
  readonly kind: SpacePages['kind']
  readonly space: SpacePages['space']
  /** Titles and places in the tree are in every row; bodies only where something reads them. */
  readonly withBodies: boolean
  /** Where an earlier walk came to; null at the beginning. */
  readonly from: string | null
  /** Of all lists of the site: what fails under one fails under the others. */
  readonly size: PageSize
}

export type WalkEnd =
  { readonly kind: 'end' } | { readonly kind: 'broken-off'; readonly failure: Failure }

/** How a walk tells what came; it goes on when the rows have been dealt with. */
type OnRows = (
  rows: readonly PageRow[],
  unusable: number,
  next: { readonly cursor: string | null; readonly ended: boolean },
) => Promise<void>

/**
 * Reads the list of a space to its end, answer by answer. Where the site fails under large answers
 * it asks for fewer rows. Throws what has nothing to do with this list, such as a dead sign-in.
 */
export async function walkSpace(
  { list }: Pick<MapPort, 'list'>,
  { kind, space, withBodies, from, size }: Walk,
  { onCalls, onRows, mayCall }: Watching,
  signal: AbortSignal,
): Promise<WalkEnd> {
  const format = withBodies ? ('storage' as const) : null
  let cursor = from
  while (mayCall()) {
    const asked: SpacePages = { kind, space, format, cursor, limit: size.now() }
    try {
      const answer = await list(asked, signal)
      onCalls(answer.calls)
      size.took(answer.ms)
      const ended = answer.cursor === null || answer.cursor === cursor
      await onRows(answer.rows, answer.unusable, { cursor: answer.cursor, ended })
      if (ended) return { kind: 'end' }
      cursor = answer.cursor
    } catch (error) {
      if (!(error instanceof FailureError)) throw error
      onCalls(1)
      if (size.failed(error.failure, asked.limit)) continue
      // A place that was kept for long may not be known to the site any more.
      if (error.failure.kind === 'bad-request' && from !== null && cursor === from) {
        cursor = null
        continue
      }
      if (!isAboutTheList(error.failure)) throw error
      return { kind: 'broken-off', failure: error.failure }
    }
  }
  return { kind: 'end' }
}

type Watching = {
  readonly onCalls: (calls: number) => void
  readonly onRows: OnRows
  /** False where the limit of calls is reached. */
  readonly mayCall: () => boolean
}

const ofTheList: ReadonlySet<Failure['kind']> = new Set<Failure['kind']>([
  'server',
  'timeout',
  'unreadable-answer',
  'too-large',
  'not-found',
  'forbidden',
  'bad-request',
])
export const isAboutTheList = ({ kind }: Failure): boolean => ofTheList.has(kind)
