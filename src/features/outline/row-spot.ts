import type { EdgeId, NodeId } from '@shared/graph'
import type { ActedOn, Spot } from '../canvas'
import type { Selection } from '../view'

/** What a row of the outline stands for. */
export type RowSpot = {
  /** Of its own among the rows. */
  readonly key: string
  /** The node it stands for; null where it stands for relations. */
  readonly node: NodeId | null
  /** The relations it stands for, or the one that leads to its node. */
  readonly edges: readonly EdgeId[]
  /** The node that a row of relations is listed under; acts on nodes are for it. */
  readonly owner: NodeId | null
  /** Several nodes that it stands for, where it stands for no one of them. */
  readonly nodes?: readonly NodeId[]
}

/** What picking a row selects. */
export const selectionOf = ({ node, edges, nodes = [] }: RowSpot): Selection =>
  node === null ? { nodes, edges } : { nodes: [node], edges: [] }

export type Picked = { readonly nodes: ReadonlySet<NodeId>; readonly edges: ReadonlySet<EdgeId> }

export const isPicked = ({ node, edges, nodes = [] }: RowSpot, picked: Picked): boolean =>
  node === null
    ? edges.length + nodes.length > 0 &&
      edges.every((id) => picked.edges.has(id)) &&
      nodes.every((id) => picked.nodes.has(id))
    : picked.nodes.has(node)

/** All that some rows stand for. */
export function selectionOfAll(rows: readonly RowSpot[]): Selection {
  const parts = rows.map(selectionOf)
  return {
    nodes: [...new Set(parts.flatMap(({ nodes }) => nodes))],
    edges: [...new Set(parts.flatMap(({ edges }) => edges))],
  }
}

/** A row joins what is selected, or leaves it. */
export function toggled({ nodes, edges }: Selection, row: RowSpot, isIn: boolean): Selection {
  const own = selectionOf(row)
  const [ownNodes, ownEdges] = [new Set(own.nodes), new Set(own.edges)]
  const others = {
    nodes: nodes.filter((id) => !ownNodes.has(id)),
    edges: edges.filter((id) => !ownEdges.has(id)),
  }
  return isIn
    ? others
    : { nodes: [...others.nodes, ...own.nodes], edges: [...others.edges, ...own.edges] }
}

/** Keys act on the row, and on all that is selected where the row is a part of it. */
export function actedOnAt(row: RowSpot, selection: Selection, isIn: boolean): ActedOn {
  const own = row.node ?? row.owner
  if (row.node === null && row.nodes !== undefined && row.nodes.length > 0) {
    return { nodes: row.nodes, edges: row.edges }
  }
  if (isIn && row.node !== null) {
    return {
      nodes: selection.nodes,
      edges: selection.edges.length > 0 ? selection.edges : row.edges,
    }
  }
  const nodes = own === null ? [] : [own]
  return { nodes, edges: isIn ? selection.edges : row.edges }
}

/** The menu of a row is the one of what it stands for. */
export function spotOf({ node, edges, owner, nodes = [] }: RowSpot): Spot {
  const [edge, ...others] = edges
  const first = node ?? nodes[0]
  if (first !== undefined) return { kind: 'node', id: first }
  if (edge !== undefined && others.length === 0) return { kind: 'edge', id: edge }
  return owner === null ? { kind: 'background' } : { kind: 'node', id: owner }
}
