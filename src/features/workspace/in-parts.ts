import type { UnresolvedChange, WorkspaceChange } from '@shared/workspace'

/** Rows of a message: a few hundred bytes each, far below what one may hold. */
const rows = 5_000

/** A change as many small ones: nodes come before what leads to them. */
export function inParts({
  batch,
  records = [],
  places = [],
  unresolved,
  ...rest
}: WorkspaceChange): WorkspaceChange[] {
  const { entities = [], relations = [] } = batch ?? {}
  return [
    ...cut(entities).map((part) => ({ batch: { entities: part, relations: [] } })),
    ...cut(relations).map((part) => ({ batch: { entities: [], relations: part } })),
    ...cut(records).map((part) => ({ records: part })),
    ...cut(places).map((part) => ({ places: part })),
    ...(unresolved === undefined ? [] : unresolvedParts(unresolved)),
    rest,
  ]
}

/** The first says what is known anew, the others add to it. */
const unresolvedParts = ({ anew, list }: UnresolvedChange): WorkspaceChange[] =>
  (list.length === 0 ? [[]] : cut(list)).map((part, at) => ({
    unresolved: { anew: anew && at === 0, list: part },
  }))

const cut = <T>(list: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(list.length / rows) }, (_, at) =>
    list.slice(at * rows, (at + 1) * rows),
  )
