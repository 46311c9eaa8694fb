import type { Entity, EdgeId, NodeId, Relation } from '@shared/graph'
import type { Point } from '../../layout'
import { kindOf } from '../../picture'

/** `kind` is what of the entity its look rests on. */
export type NodeRow = { entity: Entity; kind: string; x: number; y: number; degree: number }
export type EdgeRow = {
  readonly relation: Relation
  readonly source: number
  readonly target: number
  /** How many lines are between the same nodes. */
  readonly pair: { readonly lines: number }
}

/** More rows than there can be: makes one number of two. */
const span = 2 ** 26

const pairOf = (one: number, other: number): number =>
  Math.min(one, other) * span + Math.max(one, other)

/**
 * Nodes and edges by number, so that ten thousand are walked in a millisecond. A row that is taken
 * out stays empty: deleting is rare, and numbers must not change.
 */
export function createRows() {
  const nodes: (NodeRow | null)[] = []
  const edges: (EdgeRow | null)[] = []
  const nodeAt = new Map<NodeId, number>()
  const edgeAt = new Map<EdgeId, number>()
  const places = new Map<NodeId, NodeRow>()
  /** Drawn without being in the graph. */
  const ghosts = new Set<string>()
  /** How many lines there are between two nodes. */
  const between = new Map<number, { lines: number }>()

  const removeEdge = (id: EdgeId): void => {
    const at = edgeAt.get(id)
    const edge = at === undefined ? undefined : edges[at]
    if (at === undefined || edge === null || edge === undefined) return
    const pair = between.get(pairOf(edge.source, edge.target))
    if (pair !== undefined) pair.lines -= 1
    edges[at] = null
    edgeAt.delete(id)
  }
  const putNode = (entity: Entity, { x, y }: Point): void => {
    const old = places.get(entity.id)
    ghosts.delete(entity.id)
    if (old !== undefined) {
      old.entity = entity
      old.kind = kindOf(entity)
      return
    }
    const row = { entity, kind: kindOf(entity), x, y, degree: 0 }
    nodeAt.set(entity.id, nodes.length)
    places.set(entity.id, row)
    nodes.push(row)
  }
  const addEdge = (relation: Relation): void => {
    const source = nodeAt.get(relation.source)
    const target = nodeAt.get(relation.target)
    ghosts.delete(relation.id)
    if (source === undefined || target === undefined || edgeAt.has(relation.id)) return
    edgeAt.set(relation.id, edges.length)
    const pair = between.get(pairOf(source, target)) ?? { lines: 0 }
    pair.lines += 1
    between.set(pairOf(source, target), pair)
    edges.push({ relation, source, target, pair })
  }
  const removeNode = (id: NodeId): void => {
    const at = nodeAt.get(id)
    if (at === undefined) return
    edges.forEach((edge) => {
      if (edge?.source === at || edge?.target === at) removeEdge(edge.relation.id)
    })
    nodes[at] = null
    nodeAt.delete(id)
    places.delete(id)
  }
  return {
    nodes: nodes as readonly (NodeRow | null)[],
    edges: edges as readonly (EdgeRow | null)[],
    nodeAt: nodeAt as ReadonlyMap<NodeId, number>,
    edgeAt: edgeAt as ReadonlyMap<EdgeId, number>,
    /** Every node's row, which says where it stands. */
    places: places as ReadonlyMap<NodeId, NodeRow>,
    rowOf: (id: NodeId): NodeRow | null => places.get(id) ?? null,
    /** Adds a node, or tells what is known of it now. */
    putNode,
    /** Nothing happens where an end is not there, or the relation is already. */
    addEdge,
    removeEdge,
    removeNode,
    /** Draws what is not in the graph; what is there already stays what it is. */
    addGhost: (relation: Relation): void => {
      if (edgeAt.has(relation.id)) return
      addEdge(relation)
      ghosts.add(relation.id)
    },
    addGhostNode: (entity: Entity, point: Point): void => {
      if (places.has(entity.id)) return
      putNode(entity, point)
      ghosts.add(entity.id)
    },
    /** Takes a ghost out, unless it has become real. */
    removeGhost: (id: EdgeId): void => {
      if (ghosts.delete(id)) removeEdge(id)
    },
    removeGhostNode: (id: NodeId): void => {
      if (ghosts.delete(id)) removeNode(id)
    },
  }
}
export type Rows = ReturnType<typeof createRows>
