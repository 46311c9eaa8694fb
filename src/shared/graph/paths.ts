import { type Graph, neighbourhood } from './graph'
import type { EdgeId, NodeId } from './model'

export type Path = {
  readonly nodes: readonly NodeId[]
  /** Every relation between one node of the path and the next. */
  readonly edges: readonly EdgeId[]
}

export type PathOptions = {
  /** Relations are followed from source to target only. */
  readonly directed: boolean
  /** Relation names that are followed; all where it is left out. */
  readonly names?: ReadonlySet<string>
  /** Steps more than the shortest path takes. */
  readonly longer: number
  /** Paths that are enough. */
  readonly limit: number
}

type Step = { readonly to: NodeId; readonly edges: readonly EdgeId[] }

/** Where one step leads from a node, and by which relations. */
function stepsFrom(graph: Graph, id: NodeId, { directed, names }: PathOptions): Step[] {
  const found = new Map<NodeId, EdgeId[]>()
  for (const edge of graph.incident.get(id) ?? []) {
    const relation = graph.edges.get(edge)
    if (relation === undefined || names?.has(relation.relation) === false) continue
    if (directed && relation.source !== id) continue
    const to = relation.source === id ? relation.target : relation.source
    if (to === id) continue
    const known = found.get(to)
    if (known === undefined) found.set(to, [edge])
    else known.push(edge)
  }
  return [...found].map(([to, edges]) => ({ to, edges }))
}

/** Steps from the start to every node that can be reached. */
function distancesFrom(graph: Graph, from: NodeId, options: PathOptions): Map<NodeId, number> {
  const far = new Map([[from, 0]])
  // A map goes on over what is added to it while it is walked: nearest first.
  for (const [id, steps] of far) {
    for (const { to } of stepsFrom(graph, id, options)) if (!far.has(to)) far.set(to, steps + 1)
  }
  return far
}

/**
 * All shortest paths between two nodes, then those that are up to `longer` steps longer; none
 * visits a node twice. Shortest first, in the order of the graph.
 */
export function pathsBetween(graph: Graph, from: NodeId, to: NodeId, options: PathOptions): Path[] {
  const far = distancesFrom(graph, from, options)
  const shortest = far.get(to)
  if (shortest === undefined || from === to) return []
  const found: Path[] = []
  for (let length = shortest; length <= shortest + options.longer; length += 1) {
    const back = backwards(graph, to, length, options)
    collect(graph, { from, to, length, options, back }, found)
    if (found.length >= options.limit) break
  }
  return found.slice(0, options.limit)
}

/** Steps from every node to the end, as far as they matter: it keeps the search on the way. */
function backwards(graph: Graph, to: NodeId, length: number, options: PathOptions) {
  const left = new Map([[to, 0]])
  for (const [id, steps] of left) {
    if (steps >= length) continue
    for (const near of neighbourhood(graph, id)) {
      const leads = stepsFrom(graph, near, options).some((step) => step.to === id)
      if (leads && !left.has(near)) left.set(near, steps + 1)
    }
  }
  return left
}

type Search = {
  readonly from: NodeId
  readonly to: NodeId
  readonly length: number
  readonly options: PathOptions
  readonly back: ReadonlyMap<NodeId, number>
}

function collect(graph: Graph, { from, to, length, options, back }: Search, found: Path[]): void {
  const walk = (id: NodeId, nodes: readonly NodeId[], edges: readonly EdgeId[]): void => {
    if (found.length >= options.limit) return
    if (id === to) {
      if (nodes.length === length + 1) found.push({ nodes, edges })
      return
    }
    for (const step of stepsFrom(graph, id, options)) {
      const needs = back.get(step.to)
      const isOnTheWay = needs !== undefined && nodes.length + needs <= length
      if (isOnTheWay && !nodes.includes(step.to)) {
        walk(step.to, [...nodes, step.to], [...edges, ...step.edges])
      }
    }
  }
  walk(from, [from], [])
}

/** The nodes at most so many steps from any of some, themselves included. */
export function nodesWithin(graph: Graph, centres: readonly NodeId[], steps: number): Set<NodeId> {
  const far = new Map(centres.filter((id) => graph.nodes.has(id)).map((id) => [id, 0]))
  for (const [id, at] of far) {
    if (at >= steps) continue
    for (const near of neighbourhood(graph, id)) if (!far.has(near)) far.set(near, at + 1)
  }
  return new Set(far.keys())
}
