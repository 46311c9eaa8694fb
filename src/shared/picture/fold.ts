import type { EdgeId, Graph, NodeId, Relation } from '../graph'
import type { Folding } from './choices'
import type { Fold } from './fold-model'
import { groupFolds } from './group-folds'
import type { Members } from './groups'

export type { Fold } from './fold-model'

export type FoldOptions = Folding & {
  /** Nodes and relation names that are drawn at all. */
  readonly isDrawn: (id: NodeId) => boolean
  readonly isNamed: (relation: string) => boolean
  /** Nodes that stand for themselves: starts, pinned ones, those gone to. */
  readonly kept: ReadonlySet<NodeId>
  /** Groups that can be folded. */
  readonly groups: readonly Members[]
}

/** Fewer drawn nodes than this need no folding. */
export const busy = 200
/** Leaves of one kind at one node that fold by themselves. */
export const manyLeaves = 20
/** Relations between the same two nodes that fold by themselves. */
export const manyRelations = 4

type Leaf = { readonly node: NodeId; readonly hub: NodeId; readonly relation: Relation }

/**
 * What folds into one: leaves that the same relation name ties to the same node in the same
 * direction, and relations between the same two nodes. Nothing is taken out of the graph.
 */
export function foldsOf(graph: Graph, options: FoldOptions): Fold[] {
  const groups = groupFolds(graph, options.groups, options)
  const inGroup = new Set(groups.flatMap((fold) => (fold.kind === 'group' ? fold.nodes : [])))
  return [...groups, ...foldsOutside(graph, options, inGroup)]
}

/** Leaves and parallel relations, but for those that a folded group has taken in. */
function foldsOutside(graph: Graph, options: FoldOptions, inGroup: ReadonlySet<NodeId>): Fold[] {
  let drawn = 0
  const leaves = new Map<string, Leaf[]>()
  for (const node of graph.nodes.values()) {
    if (!options.isDrawn(node.id)) continue
    drawn += 1
    const stays = options.kept.has(node.id) || inGroup.has(node.id)
    const leaf = stays ? null : leafAt(graph, node.id, options)
    if (leaf === null) continue
    const key = foldKey(leaf, node.type)
    const known = leaves.get(key)
    if (known === undefined) leaves.set(key, [leaf])
    else known.push(leaf)
  }
  const folds = (key: string, byItself: boolean) =>
    !options.opened.has(key) && ((options.auto && byItself) || options.closed.has(key))
  return [
    ...[...leaves].flatMap(([key, all]): Fold[] => {
      const [first] = all
      const byItself = drawn > busy && all.length >= manyLeaves
      if (first === undefined || all.length < 2 || !folds(key, byItself)) return []
      const nodes = all.map(({ node }) => node)
      return [{ kind: 'leaves', key, shown: first.node, nodes, relation: first.relation.relation }]
    }),
    ...pairsOf(graph, options, inGroup).flatMap(([key, edges]): Fold[] => {
      const [shown] = edges
      if (shown === undefined || edges.length < 2) return []
      return folds(key, edges.length >= manyRelations)
        ? [{ kind: 'relations', key, shown, edges }]
        : []
    }),
  ]
}

/** The folds that the leaves at a node would make, by key; those of one leaf are left out. */
export function leafKeysAt(graph: Graph, hub: NodeId, options: FoldOptions): string[] {
  const counts = new Map<string, number>()
  for (const edge of graph.incident.get(hub) ?? []) {
    const relation = graph.edges.get(edge)
    if (relation === undefined) continue
    const other = relation.source === hub ? relation.target : relation.source
    const leaf = options.kept.has(other) ? null : leafAt(graph, other, options)
    if (leaf?.hub !== hub) continue
    const key = foldKey(leaf, graph.nodes.get(other)?.type ?? '')
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return [...counts].filter(([, count]) => count > 1).map(([key]) => key)
}

const foldKey = ({ hub, node, relation }: Leaf, type: string) =>
  `${hub}|${relation.relation}|${relation.source === node ? 'in' : 'out'}|${type}`

/** A node with one drawn relation, to another node, is a leaf of that one. */
function leafAt(graph: Graph, node: NodeId, { isDrawn, isNamed }: FoldOptions): Leaf | null {
  const edges = graph.incident.get(node)
  if (edges?.size !== 1) return null
  const [edge] = edges
  const relation = edge === undefined ? undefined : graph.edges.get(edge)
  if (relation === undefined || !isNamed(relation.relation)) return null
  const hub = relation.source === node ? relation.target : relation.source
  return hub === node || !isDrawn(hub) ? null : { node, hub, relation }
}

/** Relations, two or more, by the two drawn nodes they are between, whatever their direction. */
function pairsOf(
  graph: Graph,
  { isDrawn, isNamed }: FoldOptions,
  inGroup: ReadonlySet<NodeId>,
): [string, EdgeId[]][] {
  // Numbers are told apart faster than names, and hardly any pair is related more than once.
  const numbers = new Map<NodeId, number>()
  for (const id of graph.nodes.keys()) numbers.set(id, numbers.size)
  const firsts = new Map<number, Relation>()
  const pairs = new Map<Relation, EdgeId[]>()
  for (const one of graph.edges.values()) {
    const { id, relation, source, target } = one
    if (source === target || !isNamed(relation) || !isDrawn(source) || !isDrawn(target)) continue
    if (inGroup.has(source) || inGroup.has(target)) continue
    const [from, to] = [numbers.get(source) ?? -1, numbers.get(target) ?? -1]
    const key = Math.min(from, to) * numbers.size + Math.max(from, to)
    const first = firsts.get(key)
    if (first === undefined) firsts.set(key, one)
    else {
      const known = pairs.get(first)
      if (known === undefined) pairs.set(first, [first.id, id])
      else known.push(id)
    }
  }
  return [...pairs].map(([{ source, target }, edges]) => [
    source < target ? `${source}|${target}` : `${target}|${source}`,
    edges,
  ])
}

/** What is selected where a fold is: all that it stands for. */
export function unfolded(
  folds: readonly Fold[],
  { nodes, edges }: { nodes: readonly NodeId[]; edges: readonly EdgeId[] },
): { nodes: readonly NodeId[]; edges: readonly EdgeId[] } {
  const added = folds.filter((fold) =>
    fold.kind === 'relations' ? edges.includes(fold.shown) : nodes.includes(fold.shown),
  )
  if (added.length === 0) return { nodes, edges }
  return {
    nodes: [...new Set([...nodes, ...added.flatMap((one) => ('nodes' in one ? one.nodes : []))])],
    edges: [...new Set([...edges, ...added.flatMap((one) => ('edges' in one ? one.edges : []))])],
  }
}

/** Nodes that are not drawn because another stands for them. */
export const foldedCount = (folds: readonly Fold[]): number =>
  folds.reduce((sum, fold) => sum + (fold.kind === 'relations' ? 0 : fold.nodes.length - 1), 0)
