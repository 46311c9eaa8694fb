import type { EdgeId, Graph, NodeId } from '../graph'

/** Fewer relations than these can all be drawn strong; with more, working it out would be felt. */
const [fewest, most] = [1500, 40_000]

const none: ReadonlySet<EdgeId> = new Set()

type Tie = { readonly id: EdgeId; readonly ends: readonly [NodeId, NodeId]; readonly score: number }

/** What the backbone of a graph is chosen from: its relations, the strongest first. */
type Ties = {
  readonly near: ReadonlyMap<NodeId, ReadonlySet<NodeId>>
  readonly sorted: readonly Tie[]
}

/** Whether a graph has so many relations that only the strongest are drawn strong. */
export const hasBackbone = ({ edges }: Graph): boolean => edges.size >= fewest && edges.size <= most

/**
 * The relations that are not on the backbone of a large graph, and so are drawn faint: a tie is
 * strong where its ends have many neighbours in common. Each node keeps its few strongest, and what
 * hangs together still does by what is kept. (Nocaj, Ortmann and Brandes, "Untangling Hairballs")
 * Of its d relations a node keeps so many: d to the power of `exponent`, from 0.5 to 1, which is all.
 */
export const weakIn = (graph: Graph, exponent: number): ReadonlySet<EdgeId> =>
  weakAmong(tiesIn(graph), exponent)

function weakAmong({ near, sorted }: Ties, exponent: number): ReadonlySet<EdgeId> {
  if (exponent >= 1) return none
  const kept = new Map<NodeId, number>()
  const forest = createForest()
  const weak = new Set<EdgeId>()
  const keeps = (end: NodeId): boolean =>
    (kept.get(end) ?? 0) < Math.ceil((near.get(end)?.size ?? 0) ** exponent)
  // The strongest first, so the few that a node keeps are those that come first.
  for (const { id, ends } of sorted) {
    const [one, other] = ends
    const isWanted = ends.some(keeps)
    const joins = forest.join(one, other)
    if (!isWanted && !joins) weak.add(id)
    for (const end of ends) kept.set(end, (kept.get(end) ?? 0) + 1)
  }
  return weak
}

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
function tiesIn(graph: Graph): Ties {
  if (!hasBackbone(graph)) return noTies
  const near = neighboursIn(graph)
  const empty: ReadonlySet<NodeId> = new Set()
  const sorted = [...graph.edges.values()]
    .map(({ id, source, target }): Tie => {
      const [one, other] = [near.get(source) ?? empty, near.get(target) ?? empty]
      const common = commonOf(one, other)
      return { id, ends: [source, target], score: common / (one.size + other.size - common) }
    })
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
  return { near, sorted }
}

const noTies: Ties = { near: new Map(), sorted: [] }

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
 * costs what came. One that shrinks keeps what it had, for less is drawn of it. Another exponent
 * chooses anew from the same relations.
 */
export function createBackbone(): (graph: Graph, exponent: number) => ReadonlySet<EdgeId> {
  let [known, ties] = [0, noTies]
  let last: { exponent: number; weak: ReadonlySet<EdgeId> } | null = null
  return (graph, exponent) => {
    const count = graph.edges.size
    if (count > known * growth || count < known / growth) {
      ;[known, ties, last] = [count, tiesIn(graph), null]
    }
    if (last?.exponent !== exponent) last = { exponent, weak: weakAmong(ties, exponent) }
    return last.weak
  }
}
