import type { WorkspaceChange } from '@shared/workspace'

/** Rows of a message: a few hundred bytes each, far below what one may hold. */
const rows = 5_000

/** A change as many small ones: nodes come before what leads to them. */
export function inParts({
  batch,
  records = [],
  places = [],
  ...rest
}: WorkspaceChange): WorkspaceChange[] {
  const { entities = [], relations = [] } = batch ?? {}
  return [
    ...cut(entities).map((part) => ({ batch: { entities: part, relations: [] } })),
    ...cut(relations).map((part) => ({ batch: { entities: [], relations: part } })),
    ...cut(records).map((part) => ({ records: part })),
    ...cut(places).map((part) => ({ places: part })),
    rest,
  ]
}

const cut = <T>(list: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(list.length / rows) }, (_, at) =>
    list.slice(at * rows, (at + 1) * rows),
  )
