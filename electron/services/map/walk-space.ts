import { type Failure, FailureError } from '@shared/failure'
import type { Reading } from '../markup'
import type { PageRow, SpacePages } from '../remote'
import type { MapPort } from './model'
import type { PageSize } from './page-size'

export type Walk = {
  readonly kind: SpacePages['kind']
  readonly space: SpacePages['space']
  /** Titles and places in the tree are in every row; null where nothing of the bodies is wanted. */
  readonly reading: Reading | null
  /** Where an earlier walk came to; null at the beginning. */
  readonly from: string | null
  /** Of all lists of the site: what fails under one fails under the others. */
  readonly size: PageSize
}

export type WalkEnd =
  { readonly kind: 'end' } | { readonly kind: 'broken-off'; readonly failure: Failure }

/** How a walk tells what came. */
type OnRows = (
  rows: readonly PageRow[],
  unusable: number,
  next: { readonly cursor: string | null; readonly ended: boolean },
) => void

type Answer = Awaited<ReturnType<MapPort['list']>>

/** What became of a call. It may be looked at long after, so what it threw is told, not thrown. */
type Came =
  | { readonly kind: 'answer'; readonly limit: number; readonly answer: Answer }
  | { readonly kind: 'threw'; readonly limit: number; readonly error: unknown }

/**
 * Reads the list of a space to its end, answer by answer. The next call is on its way while an answer
 * is read. Where the site fails under large answers it asks for fewer rows. Throws what has nothing
 * to do with this list, such as a dead sign-in.
 */
export async function walkSpace(
  port: Pick<MapPort, 'list'>,
  walk: Walk,
  { onCalls, onRows, mayCall }: Watching,
  signal: AbortSignal,
): Promise<WalkEnd> {
  const { from, size } = walk
  const ask = (at: string | null) => asked(port, walk, at, signal)
  let cursor = from
  let ahead: Promise<Came> | null = null
  while (ahead !== null || mayCall()) {
    const came: Came = await (ahead ?? ask(cursor))
    ahead = null
    onCalls(callsOf(came))
    try {
      if (came.kind === 'threw') throw came.error
      const answer: Answer = came.answer
      size.took(answer.ms)
      const ended = answer.cursor === null || answer.cursor === cursor
      ahead = !ended && mayCall() ? ask(answer.cursor) : null
      const { rows, calls } = await answer.rows()
      onCalls(calls)
      onRows(rows, answer.unusable, { cursor: answer.cursor, ended })
      if (ended) return { kind: 'end' }
      cursor = answer.cursor
    } catch (error) {
      const next = metBy(error, came.limit, { isKeptPlace: from !== null && cursor === from, size })
      if (typeof next === 'object') return next
      // What lies behind rows that could not be read is asked for once more, behind them.
      if (ahead !== null) onCalls(callsOf(await ahead))
      ahead = null
      if (next === 'from-the-start') cursor = null
    }
  }
  return { kind: 'end' }
}

/** How a list goes on after a failure. Throws what has nothing to do with it. */
function metBy(
  error: unknown,
  limit: number,
  { isKeptPlace, size }: { readonly isKeptPlace: boolean; readonly size: PageSize },
): 'again' | 'from-the-start' | WalkEnd {
  if (!(error instanceof FailureError)) throw error
  const { failure } = error
  if (size.failed(failure, limit)) return 'again'
  // A place that was kept for long may not be known to the site any more.
  if (failure.kind === 'bad-request' && isKeptPlace) return 'from-the-start'
  if (!isAboutTheList(failure)) throw error
  return { kind: 'broken-off', failure }
}

async function asked(
  { list }: Pick<MapPort, 'list'>,
  { kind, space, reading, size }: Walk,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Came> {
  const limit = size.now()
  try {
    return {
      kind: 'answer',
      limit,
      answer: await list({ kind, space, reading, cursor, limit }, signal),
    }
  } catch (error) {
    return { kind: 'threw', limit, error }
  }
}

const callsOf = (came: Came): number => (came.kind === 'answer' ? came.answer.calls : 1)

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
