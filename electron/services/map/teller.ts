import type { QueryRecord } from '@shared/crawl'
import type { EdgeId, Entity, NodeId, Relation } from '@shared/graph'
import type { MapEvent } from '@shared/map'

/** Things of one message: what hears it has to take it in without a pause. */
const most = 1_000

/**
 * Tells what a map finds, each relation once; and in the end which of them lead elsewhere now.
 * `known` were told by an earlier map of the same pages.
 */
export function createTeller(
  onEvent: (event: MapEvent) => void,
  known: ReadonlySet<EdgeId> = new Set(),
) {
  const told = new Set(known)
  let entities: Entity[] = []
  let relations: Relation[] = []
  let records: QueryRecord[] = []

  const flush = (gone: readonly EdgeId[] = []): void => {
    if (entities.length + relations.length + records.length + gone.length === 0) return
    onEvent({ kind: 'batch', batch: { entities, relations }, gone: [...gone], records })
    entities = []
    relations = []
    records = []
  }
  const add = (more: {
    readonly entities?: readonly Entity[]
    readonly relations?: readonly Relation[]
    readonly records?: readonly QueryRecord[]
  }): void => {
    entities.push(...(more.entities ?? []))
    records.push(...(more.records ?? []))
    for (const relation of more.relations ?? []) {
      if (told.has(relation.id)) continue
      told.add(relation.id)
      relations.push(relation)
    }
    if (Math.max(entities.length, relations.length, records.length) >= most) flush()
  }
  return {
    add,
    flush,
    count: (): number => told.size,
    /** Of those that were told only these are still true. */
    onlyTrue: (now: ReadonlySet<EdgeId>): void => {
      const gone = [...told].filter((id) => !now.has(id))
      for (const id of gone) told.delete(id)
      flush(gone)
    },
  }
}

/** That all links of a page are known, as if it had been asked for them. */
export const linksKnown = (node: NodeId, found: number, at: string): QueryRecord => ({
  query: { node, relation: 'link', direction: 'out', type: 'content' },
  state: 'complete',
  at,
  found,
  from: 0,
  before: found,
  left: 0,
})
