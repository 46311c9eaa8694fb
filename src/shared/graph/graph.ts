import { isEqual } from 'es-toolkit/predicate'
import { unknownEntity } from './identity'
import { LayeredMap } from './layered-map'
import type { Batch, EdgeId, Entity, NodeId, Relation } from './model'

/** The truth about what is known: every entity once, every relation once. Never mutated. */
export type Graph = {
  readonly nodes: ReadonlyMap<NodeId, Entity>
  readonly edges: ReadonlyMap<EdgeId, Relation>
  /** Edges at a node, in or out; a self-relation stands once. */
  readonly incident: ReadonlyMap<NodeId, ReadonlySet<EdgeId>>
}

/** What a merge changed, so that a canvas need not compare whole graphs. */
export type Delta = {
  readonly added: { readonly nodes: readonly Entity[]; readonly edges: readonly Relation[] }
  readonly changed: { readonly nodes: readonly Entity[]; readonly edges: readonly Relation[] }
  readonly removed: { readonly nodes: readonly NodeId[]; readonly edges: readonly EdgeId[] }
}

export const emptyGraph: Graph = { nodes: new Map(), edges: new Map(), incident: new Map() }

/**
 * Later knowledge wins, but `unknown` never replaces what is known, and what is missing now keeps
 * the title that it had.
 */
export function better<T extends Entity | Relation>(old: T, fresh: T): T {
  if ('status' in fresh && fresh.status === 'unknown') return old
  if ('status' in fresh && fresh.status === 'missing')
    return 'status' in old && old.status === 'missing' ? old : { ...old, status: 'missing' }
  const merged = { ...old }
  for (const [key, value] of Object.entries(fresh)) {
    if (value !== undefined) Object.assign(merged, { [key]: value })
  }
  return isEqual(old, merged) ? old : merged
}

/** Known both ways it is one that Confluence keeps, and so can be deleted. */
export function betterRelation(old: Relation, fresh: Relation): Relation {
  const merged = better(old, fresh)
  if (merged.origin === undefined || (old.origin !== undefined && fresh.origin !== undefined)) {
    return merged
  }
  const kept = { ...merged }
  delete kept.origin
  return isEqual(old, kept) ? old : kept
}

/** What is put over a graph; the graph itself is only read. */
class Draft {
  readonly nodes = new Map<NodeId, Entity>()
  readonly edges = new Map<EdgeId, Relation>()
  readonly incident = new Map<NodeId, Set<EdgeId>>()
  readonly #under: Graph

  constructor(under: Graph) {
    this.#under = under
  }

  putNode(entity: Entity): void {
    const old = this.nodes.get(entity.id) ?? this.#under.nodes.get(entity.id)
    const next = old === undefined ? entity : better(old, entity)
    if (next !== old) this.nodes.set(entity.id, next)
  }

  putEdge(relation: Relation): void {
    const old = this.edges.get(relation.id) ?? this.#under.edges.get(relation.id)
    const next = old === undefined ? relation : betterRelation(old, relation)
    if (next === old) return
    this.edges.set(relation.id, next)
    if (old !== undefined) return
    this.#edgesAt(relation.source).add(relation.id)
    if (relation.target !== relation.source) this.#edgesAt(relation.target).add(relation.id)
  }

  /** A set of this draft's own: those of the graph under it are never touched. */
  #edgesAt(end: NodeId): Set<EdgeId> {
    const known = this.incident.get(end)
    if (known !== undefined) return known
    if (!this.nodes.has(end) && !this.#under.nodes.has(end)) this.putNode(unknownEntity(end))
    const own = new Set(this.#under.incident.get(end))
    this.incident.set(end, own)
    return own
  }
}

/** What was put that was not there before, and what was put in place of something. */
function partsOf<K, V>(
  put: ReadonlyMap<K, V>,
  under: ReadonlyMap<K, V>,
): { added: V[]; changed: V[] } {
  if (under.size === 0) return { added: [...put.values()], changed: [] }
  const [added, changed]: [V[], V[]] = [[], []]
  for (const [key, value] of put) (under.has(key) ? changed : added).push(value)
  return { added, changed }
}

const pick = <K, V>(from: ReadonlyMap<K, V>, keys: Iterable<K>): V[] =>
  [...keys].flatMap((key) => {
    const value = from.get(key)
    return value === undefined ? [] : [value]
  })

/** Adds a batch. Idempotent, and the order of batches does not change which nodes and edges stand. */
export function merge(graph: Graph, batch: Batch): { graph: Graph; delta: Delta } {
  const draft = new Draft(graph)
  for (const entity of batch.entities) draft.putNode(entity)
  for (const relation of batch.relations) draft.putEdge(relation)
  const nodes = partsOf(draft.nodes, graph.nodes)
  const edges = partsOf(draft.edges, graph.edges)
  return {
    graph: {
      nodes: LayeredMap.over(graph.nodes, draft.nodes),
      edges: LayeredMap.over(graph.edges, draft.edges),
      incident: LayeredMap.over<NodeId, ReadonlySet<EdgeId>>(graph.incident, draft.incident),
    },
    delta: {
      added: { nodes: nodes.added, edges: edges.added },
      changed: { nodes: nodes.changed, edges: edges.changed },
      removed: { nodes: [], edges: [] },
    },
  }
}

/** Takes nodes and edges out; the edges at a removed node go with it. */
export function remove(
  graph: Graph,
  gone: { nodes?: Iterable<NodeId>; edges?: Iterable<EdgeId> },
): { graph: Graph; delta: Delta } {
  const nodeIds = new Set([...(gone.nodes ?? [])].filter((id) => graph.nodes.has(id)))
  const edgeIds = new Set([...(gone.edges ?? [])].filter((id) => graph.edges.has(id)))
  for (const id of nodeIds) for (const edge of graph.incident.get(id) ?? []) edgeIds.add(edge)

  /** What is left at the ends of what goes. */
  const left = new Map<NodeId, Set<EdgeId>>()
  for (const relation of pick(graph.edges, edgeIds)) {
    for (const end of [relation.source, relation.target]) {
      const own = left.get(end) ?? new Set(graph.incident.get(end))
      own.delete(relation.id)
      left.set(end, own)
    }
  }
  const bare = [...left].flatMap(([end, own]) => (own.size === 0 ? [end] : []))
  for (const end of [...bare, ...nodeIds]) left.delete(end)
  const incident = LayeredMap.over<NodeId, ReadonlySet<EdgeId>>(graph.incident, left)
  return {
    graph: {
      nodes: LayeredMap.without(graph.nodes, nodeIds),
      edges: LayeredMap.without(graph.edges, edgeIds),
      incident: LayeredMap.without(incident, [...bare, ...nodeIds]),
    },
    delta: {
      added: { nodes: [], edges: [] },
      changed: { nodes: [], edges: [] },
      removed: { nodes: [...nodeIds], edges: [...edgeIds] },
    },
  }
}

/** The relations at a node, those that leave it and those that reach it. A self-relation is in both. */
export function relationsAt(graph: Graph, id: NodeId): { out: Relation[]; in: Relation[] } {
  const all = pick(graph.edges, graph.incident.get(id) ?? [])
  return {
    out: all.filter((relation) => relation.source === id),
    in: all.filter((relation) => relation.target === id),
  }
}

/** The nodes one step away, in either direction, without the node itself. */
export function neighbourhood(graph: Graph, id: NodeId): Set<NodeId> {
  const near = new Set<NodeId>()
  for (const relation of pick(graph.edges, graph.incident.get(id) ?? [])) {
    near.add(relation.source === id ? relation.target : relation.source)
  }
  near.delete(id)
  return near
}
