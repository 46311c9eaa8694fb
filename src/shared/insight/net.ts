import { edgeId, type EdgeId, type NodeId, writtenRelation } from '../graph'
import type { InsightInput } from './model'

/** One relation by indexes; `isBackKnown` says whether the opposite was asked for. */
export type Edge = {
  readonly source: number
  readonly target: number
  readonly name: string
  readonly isBackKnown: boolean
  readonly isWritten: boolean
}

/** Two different nodes with at least one relation between them, whatever its name and direction. */
export type Tie = { readonly one: number; readonly other: number; readonly edges: Edge[] }

/** The graph as the searches walk it: nodes in the order of their ids, relations in theirs. */
export type Net = {
  readonly ids: readonly NodeId[]
  readonly titles: readonly string[]
  readonly states: readonly InsightInput['states'][number][]
  readonly spaces: readonly (InsightInput['spaces'][number] | null)[]
  readonly edges: readonly Edge[]
  readonly ties: readonly Tie[]
  /** The ties at each node. */
  readonly near: readonly (readonly Tie[])[]
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Puts everything in one order, so that the order of answers changes no finding. */
export function toNet(input: InsightInput): Net {
  const order = input.ids.map((_, at) => at)
  order.sort((a, b) => byText(input.ids[a] ?? '', input.ids[b] ?? ''))
  const rank = new Uint32Array(order.length)
  order.forEach((was, at) => {
    rank[was] = at
  })
  const edges = edgesOf(input, rank)
  const ties = tiesOf(edges)
  const near = order.map((): Tie[] => [])
  for (const tie of ties) {
    near[tie.one]?.push(tie)
    near[tie.other]?.push(tie)
  }
  return {
    ids: order.flatMap((at) => input.ids[at] ?? []),
    titles: order.map((at) => input.titles[at] ?? ''),
    states: order.map((at) => input.states[at] ?? 'not-asked'),
    spaces: order.map((at) => input.spaces[input.spaceOf[at] ?? -1] ?? null),
    edges,
    ties,
    near,
  }
}

function edgesOf(input: InsightInput, rank: Uint32Array): Edge[] {
  const edges = Array.from(input.sources, (source, at): Edge => ({
    source: rank[source] ?? 0,
    target: rank[input.targets[at] ?? 0] ?? 0,
    name: input.names[input.nameOf[at] ?? 0] ?? '',
    isBackKnown: input.isBackKnown[at] === 1,
    isWritten: input.isWritten[at] === 1,
  }))
  return edges.sort((a, b) => a.source - b.source || a.target - b.target || byText(a.name, b.name))
}

function tiesOf(edges: readonly Edge[]): Tie[] {
  const ties = new Map<string, Tie>()
  for (const edge of edges) {
    if (edge.source === edge.target) continue
    const [one, other] = [Math.min(edge.source, edge.target), Math.max(edge.source, edge.target)]
    const key = `${one} ${other}`
    const tie = ties.get(key)
    if (tie === undefined) ties.set(key, { one, other, edges: [edge] })
    else tie.edges.push(edge)
  }
  return [...ties.values()]
}

export const otherEnd = (tie: Tie, node: number): number => (tie.one === node ? tie.other : tie.one)

export const idsOf = (net: Net, nodes: readonly number[]): NodeId[] =>
  nodes.flatMap((at) => net.ids[at] ?? [])

export const edgeIdsOf = (net: Net, edges: readonly Edge[]): EdgeId[] =>
  edges.flatMap(({ name, source, target, isWritten }) => {
    const [from, to] = [net.ids[source], net.ids[target]]
    if (from === undefined || to === undefined) return []
    return isWritten ? writtenRelation(name, from, to).id : edgeId(name, from, to)
  })

export const titleAt = (net: Net, node: number | undefined): string => net.titles[node ?? -1] ?? ''

/** The node with the most ties among some; the first of equals. */
export const mostRelated = (net: Net, nodes: readonly number[]): number =>
  nodes.reduce(
    (best, at) => ((net.near[at]?.length ?? 0) > (net.near[best]?.length ?? 0) ? at : best),
    nodes[0] ?? 0,
  )
