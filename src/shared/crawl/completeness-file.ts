import { explain } from '../failure'
import type { GraphFile } from '../graph'
import { allRecords, type Completeness, type QueryRecord, stateOf } from './completeness'

type Entry = GraphFile['completeness'][number]

/** What was asked and how it ended, as the exported file has it, in a stable order. */
export const askedInFile = (
  completeness: Completeness,
  now: number,
): Pick<GraphFile, 'failures' | 'completeness'> => ({
  failures: allRecords(completeness).flatMap(({ query, failure }) =>
    failure === undefined
      ? []
      : [{ ...query, kind: failure.kind, sentence: explain(failure).sentence }],
  ),
  completeness: allRecords(completeness)
    .map((record) => entryOf(record, now))
    .sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1)),
})

const sortKey = ({ node, relation, direction, type }: Entry): string =>
  [node, relation, direction, type].join('|')

const entryOf = (record: QueryRecord, now: number): Entry => ({
  ...record.query,
  state: stateOf(record, now),
  at: record.at,
  found: record.found,
  ...(record.unidentified === undefined ? {} : { unidentified: record.unidentified }),
  ...(record.why === undefined ? {} : { why: record.why }),
  ...(record.failure === undefined
    ? {}
    : { kind: record.failure.kind, sentence: explain(record.failure).sentence }),
})
