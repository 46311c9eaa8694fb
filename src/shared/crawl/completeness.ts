import { z } from 'zod'
import { Failure } from '../failure'
import type { Entity, KnowledgeState, NodeId } from '../graph'
import { FindQuery, queryKey } from './request'

/** How a question ended. `cut`: something of its answer is known to be lacking. */
export const QueryState = z.enum([
  'complete',
  'cut',
  'forbidden',
  'gone',
  'not-supported',
  'failed',
])
export type QueryState = z.infer<typeof QueryState>

/** Why a question is cut. */
export const CutReason = z.enum([
  'nodes-budget',
  'calls-budget',
  'stopped',
  'broken-off',
  'unidentified',
  'paging',
])
export type CutReason = z.infer<typeof CutReason>

/** What is known about one question: (node, relation, direction, type). */
export const QueryRecord = z.object({
  query: FindQuery,
  state: QueryState,
  /** When it ended, ISO 8601. */
  at: z.iso.datetime(),
  /** Relations found by it. */
  found: z.number().int(),
  /** Where to ask on: the first page that was not wholly taken in. 0 begins anew. */
  from: z.number().int(),
  /** Relations found before that page. */
  before: z.number().int(),
  /** Steps outward that the crawl would still have gone from what this question finds. */
  left: z.number().int(),
  /** Results whose other end could not be told, where there are any. */
  unidentified: z.number().int().optional(),
  /** Only with `cut`. */
  why: CutReason.optional(),
  /** With every state but `complete` and `cut`. */
  failure: Failure.optional(),
})
export type QueryRecord = z.infer<typeof QueryRecord>

/** The state that a failed question is in. */
export function stateOfFailure(failure: Failure): QueryState {
  switch (failure.kind) {
    case 'forbidden':
    case 'missing-scope':
      return 'forbidden'
    case 'not-found':
      return 'gone'
    case 'not-supported':
    case 'no-such-route':
      return 'not-supported'
    default:
      return 'failed'
  }
}

/** All that was asked, by node. Never mutated. */
export type Completeness = ReadonlyMap<NodeId, ReadonlyMap<string, QueryRecord>>
export const nothingAsked: Completeness = new Map()

/**
 * Whether a record would take away what is known: a question that was answered wholly is not
 * spoilt by one that failed, or was broken off, when it was put again.
 */
const isSpoiling = (known: QueryRecord | undefined, fresh: QueryRecord): boolean =>
  known?.state === 'complete' &&
  (fresh.state === 'failed' || (fresh.state === 'cut' && fresh.why === 'broken-off'))

/** The records that tell something; those that would only spoil what is known are left out. */
export const telling = (
  completeness: Completeness,
  records: readonly QueryRecord[],
): readonly QueryRecord[] =>
  records.filter(
    (record) =>
      !isSpoiling(completeness.get(record.query.node)?.get(queryKey(record.query)), record),
  )

/** Takes records in; a later one of the same question replaces the earlier. */
export function note(completeness: Completeness, records: readonly QueryRecord[]): Completeness {
  const next = new Map(completeness)
  const fresh = new Map<NodeId, Map<string, QueryRecord>>()
  for (const record of records) {
    const { node } = record.query
    const own = fresh.get(node) ?? new Map(completeness.get(node))
    const key = queryKey(record.query)
    if (!isSpoiling(own.get(key), record)) own.set(key, record)
    fresh.set(node, own)
  }
  for (const [node, own] of fresh) next.set(node, own)
  return next
}

/** How long an answer passes for fresh, in ms. */
export const freshFor = 24 * 60 * 60 * 1000

export const stateOf = (record: QueryRecord | undefined, now: number): KnowledgeState => {
  if (record === undefined) return 'not-asked'
  const isOld = record.state === 'complete' && now - Date.parse(record.at) > freshFor
  return isOld ? 'stale' : record.state
}

/** From what weighs most on a node to what weighs least. */
const weight: readonly KnowledgeState[] = [
  'gone',
  'forbidden',
  'failed',
  'cut',
  'stale',
  'not-supported',
  'complete',
]

/** The state of a node: the gravest of its questions. */
export function nodeState(completeness: Completeness, node: NodeId, now: number): KnowledgeState {
  const states = new Set(
    [...(completeness.get(node)?.values() ?? [])].map((record) => stateOf(record, now)),
  )
  return weight.find((state) => states.has(state)) ?? 'not-asked'
}

/** The state that is shown and exported: what Confluence does not have any more is gone. */
export const shownState = (
  completeness: Completeness,
  { id, status }: Pick<Entity, 'id' | 'status'>,
  now: number,
): KnowledgeState => (status === 'missing' ? 'gone' : nodeState(completeness, id, now))

/** Whether a number of relations at a node, one way, may be too low. */
export function isAtLeast(
  completeness: Completeness,
  node: NodeId,
  direction: 'out' | 'in',
): boolean {
  const records = [...(completeness.get(node)?.values() ?? [])].filter(
    ({ query }) => query.direction === direction,
  )
  return records.length === 0 || records.some(({ state }) => lacking.has(state))
}

/** States in which something may be there that is not known. */
export const lacking: ReadonlySet<KnowledgeState> = new Set<KnowledgeState>([
  'cut',
  'forbidden',
  'failed',
  'not-asked',
])

/** Every record, in the order of nodes. */
export const allRecords = (completeness: Completeness): QueryRecord[] =>
  [...completeness.values()].flatMap((own) => [...own.values()])

/** Questions that asking again may mend: those that failed and those that were cut. */
export const isMendable = ({ state, why }: QueryRecord): boolean =>
  state === 'failed' || (state === 'cut' && why !== 'unidentified' && why !== 'paging')
