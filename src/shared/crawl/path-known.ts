import { type Graph, type NodeId, refOf, type Relation } from '../graph'
import { type Completeness, isMendable, type QueryRecord } from './completeness'
import type { PathGaps, PathRequest } from './path-model'
import { type Direction, queriesAt, queryKey, type Seed } from './request'

type Gap = keyof PathGaps

/** What is known on the path: from before and from the search itself. */
export function createPathKnown(
  request: Pick<PathRequest, 'relations' | 'types'>,
  graph: Graph,
  completeness: Completeness,
) {
  const names = new Set(request.relations)
  const types = new Set(request.types)
  const found = new Map<NodeId, Relation[]>()
  const records = new Map<string, QueryRecord>()
  const gaps = new Map<string, Gap>()

  const put = (id: NodeId, relation: Relation) => {
    const own = found.get(id)
    if (own === undefined) found.set(id, [relation])
    else own.push(relation)
  }
  function* relationsAt(id: NodeId): Generator<Relation> {
    for (const edge of graph.incident.get(id) ?? []) {
      const relation = graph.edges.get(edge)
      if (relation !== undefined) yield relation
    }
    yield* found.get(id) ?? []
  }

  return {
    /** Questions without a full answer so far; `more` are of the level under way. */
    gaps: (more: readonly QueryRecord[] = []): PathGaps => {
      const all = new Map(gaps)
      for (const record of more) {
        if (isGap(record)) all.set(queryKey(record.query), record.state)
      }
      return counted(all.values())
    },
    /** The nodes one step from one, as far as it is known. */
    near: function* (id: NodeId, direction: Direction): Generator<NodeId> {
      for (const { relation, source, target } of relationsAt(id)) {
        if (!names.has(relation)) continue
        if (source === id && direction !== 'in' && types.has(refOf(target).type)) yield target
        if (target === id && direction !== 'out' && types.has(refOf(source).type)) yield source
      }
    },
    take: (relations: readonly Relation[]) => {
      for (const relation of relations) {
        put(relation.source, relation)
        put(relation.target, relation)
      }
    },
    note: (fresh: readonly QueryRecord[]) => {
      for (const record of fresh) records.set(queryKey(record.query), record)
    },
    /** The questions of a level that have no answer yet. */
    openAt: (level: readonly NodeId[], direction: Direction): Seed[] =>
      level.flatMap((node) =>
        queriesOf(node, request, direction).flatMap((query) => {
          const key = queryKey(query)
          const record = records.get(key) ?? completeness.get(node)?.get(key)
          if (record === undefined) return { query, from: 0, before: 0, left: 0 }
          return isMendable(record)
            ? { query, from: record.from, before: record.before, left: 0 }
            : []
        }),
      ),
    /** Keeps which questions of a level were not answered in full; whether there are any. */
    keepGaps: (level: readonly NodeId[], direction: Direction): boolean => {
      let any = false
      for (const node of level) {
        for (const query of queriesOf(node, request, direction)) {
          const key = queryKey(query)
          const record = records.get(key) ?? completeness.get(node)?.get(key)
          if (record === undefined || !isGap(record)) continue
          any = true
          gaps.set(key, record.state)
        }
      }
      return any
    },
  }
}

type GapRecord = QueryRecord & { readonly state: Gap }

/** What was given up was not asked; that is told by how the search ends. */
const isGap = (record: QueryRecord): record is GapRecord =>
  record.state !== 'complete' && !(record.state === 'cut' && isMendable(record))

function counted(states: Iterable<Gap>): PathGaps {
  const sums: Partial<Record<Gap, number>> = {}
  for (const state of states) sums[state] = (sums[state] ?? 0) + 1
  return sums
}

const queriesOf = (
  node: NodeId,
  { relations, types }: Pick<PathRequest, 'relations' | 'types'>,
  direction: Direction,
) => queriesAt(node, { relations: [...relations], types: [...types], direction })
