import type { EdgeId, Graph, NodeId } from '@shared/graph'

/** Fewer relations than these can all be drawn strong; with more, working it out would be felt. */
const [fewest, most] = [1500, 40_000]
/** Of its d relations a node keeps so many: d to the power of this. */
const exponent = 0.5

const none: ReadonlySet<EdgeId> = new Set()

type Tie = { readonly id: EdgeId; readonly ends: readonly [NodeId, NodeId]; readonly score: number }

/**
 * The relations that are not on the backbone of a large graph, and so are drawn faint: a tie is
 * strong where its ends have many neighbours in common. Each node keeps its few strongest, and what
 * hangs together still does by what is kept. (Nocaj, Ortmann and Brandes, "Untangling Hairballs")
 */
export function weakIn(graph: Graph): ReadonlySet<EdgeId> {
  if (graph.edges.size < fewest || graph.edges.size > most) return none
  const near = neighboursIn(graph)
  const ties = tiesIn(graph, near)
  const kept = new Map<NodeId, number>()
  const forest = createForest()
  const weak = new Set<EdgeId>()
  // The strongest first, so the few that a node keeps are those that come first.
  for (const { id, ends } of ties) {
    const [one, other] = ends
    const isWanted = ends.some((end) => mayKeep(end, near, kept))
    const joins = forest.join(one, other)
    if (!isWanted && !joins) weak.add(id)
    for (const end of ends) kept.set(end, (kept.get(end) ?? 0) + 1)
  }
  return weak
}

const mayKeep = (
  end: NodeId,
  near: ReadonlyMap<NodeId, ReadonlySet<NodeId>>,
  kept: ReadonlyMap<NodeId, number>,
): boolean => (kept.get(end) ?? 0) < Math.ceil((near.get(end)?.size ?? 0) ** exponent)

function neighboursIn(graph: Graph): ReadonlyMap<NodeId, Set<NodeId>> {
  const near = new Map<NodeId, Set<NodeId>>()
  const add = (from: NodeId, to: NodeId) => {
    const known = near.get(from)
    if (known === undefined) near.set(from, new Set([to]))
    else known.add(to)
  }
  for (const { source, target } of graph.edges.values()) {
    add(source, target)
    add(target, source)
  }
  return near
}

/** Sorted by strength, then by id, so that the same graph has the same backbone. */
function tiesIn(graph: Graph, near: ReadonlyMap<NodeId, ReadonlySet<NodeId>>): Tie[] {
  const empty: ReadonlySet<NodeId> = new Set()
  return [...graph.edges.values()]
    .map(({ id, source, target }): Tie => {
      const [one, other] = [near.get(source) ?? empty, near.get(target) ?? empty]
      const common = commonOf(one, other)
      return { id, ends: [source, target], score: common / (one.size + other.size - common) }
    })
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
}

function commonOf(one: ReadonlySet<NodeId>, other: ReadonlySet<NodeId>): number {
  const [less, more] = one.size < other.size ? [one, other] : [other, one]
  let common = 0
  for (const id of less) if (more.has(id)) common += 1
  return common
}

/** Which nodes hang together so far. */
function createForest() {
  const above = new Map<NodeId, NodeId>()
  const rootOf = (id: NodeId): NodeId => {
    let root = id
    for (let next = above.get(root); next !== undefined; next = above.get(root)) root = next
    // Later ways are short.
    for (let at = id; at !== root;) {
      const next = above.get(at) ?? root
      above.set(at, root)
      at = next
    }
    return root
  }
  return {
    /** False where both hang together already. */
    join: (one: NodeId, other: NodeId): boolean => {
      const [a, b] = [rootOf(one), rootOf(other)]
      if (a === b) return false
      above.set(a, b)
      return true
    },
  }
}

/** By how much a graph must have grown for its backbone to be worked out anew. */
const growth = 1.1

/**
 * Follows a graph that grows: what is new is strong until there is a tenth more, so that a batch
 * costs what came. One that shrinks keeps what it had, for less is drawn of it.
 */
export function createWeak(): (graph: Graph) => ReadonlySet<EdgeId> {
  let [weak, known] = [none, 0]
  return (graph) => {
    const count = graph.edges.size
    if (count > known * growth || count < known / growth) {
      ;[weak, known] = [weakIn(graph), count]
    }
    return weak
  }
}
