import {
  type Entity,
  type Graph,
  type KnowledgeState,
  type NodeId,
  type Relation,
  spaceKeyOf,
  spaceNames,
  spaceWord,
} from '@shared/graph'
import { type Shown, shownEdges, shownNodes } from '../picture'

/** A node as a line of a table. */
export type NodeRecord = {
  readonly id: NodeId
  readonly entity: Entity
  /** The space it is in, or is; undefined where nothing tells. */
  readonly space: string | undefined
  readonly out: number
  readonly in: number
  readonly state: KnowledgeState
  readonly isDimmed: boolean
}

/** A relation as a line of a table. */
export type RelationRecord = {
  readonly id: Relation['id']
  readonly relation: Relation
  readonly source: string
  readonly target: string
  readonly isDimmed: boolean
}

/** Counts are of the relations that are shown. */
export function nodeRecords(
  graph: Graph,
  shown: Shown,
  stateOf: (entity: Entity) => KnowledgeState,
): NodeRecord[] {
  const counts = { out: new Map<NodeId, number>(), in: new Map<NodeId, number>() }
  for (const { source, target } of shownEdges(graph, shown)) {
    counts.out.set(source, (counts.out.get(source) ?? 0) + 1)
    counts.in.set(target, (counts.in.get(target) ?? 0) + 1)
  }
  const names = spaceNames(graph.nodes.values())
  const spaceOf = (entity: Entity) => {
    const key = spaceKeyOf(entity)
    return key === undefined ? undefined : spaceWord(key, names)
  }
  return shownNodes(graph, shown).map((entity) => ({
    id: entity.id,
    entity,
    space: spaceOf(entity),
    out: counts.out.get(entity.id) ?? 0,
    in: counts.in.get(entity.id) ?? 0,
    state: stateOf(entity),
    isDimmed: shown.isDimmed(entity),
  }))
}

export function relationRecords(graph: Graph, shown: Shown): RelationRecord[] {
  const titleOf = (id: NodeId) => graph.nodes.get(id)?.title ?? id
  return shownEdges(graph, shown).map((relation) => ({
    id: relation.id,
    relation,
    source: titleOf(relation.source),
    target: titleOf(relation.target),
    isDimmed: shown.isDimmed(relation),
  }))
}
