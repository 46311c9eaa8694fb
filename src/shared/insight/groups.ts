import { UndirectedGraph } from 'graphology'
import louvain from 'graphology-communities-louvain'
import type { NodeId } from '../graph'
import type { Group, InsightInput } from './model'
import { mostRelated, type Net, titleAt, toNet } from './net'

/** The community that each node belongs to by its relations. */
export function communityOfEach(input: InsightInput): Map<NodeId, Group> {
  const net = toNet(input)
  return new Map(
    communitiesOf(net).flatMap(({ nodes, group }) =>
      nodes.flatMap((at): [NodeId, Group][] => {
        const id = net.ids[at]
        return id === undefined ? [] : [[id, group]]
      }),
    ),
  )
}

export type Community = { readonly nodes: readonly number[]; readonly group: Group }

/** Louvain over the ties, each weighing as much as it has relations; largest first. */
export function communitiesOf(net: Net): Community[] {
  const graph = new UndirectedGraph()
  net.ids.forEach((_, at) => graph.addNode(at))
  for (const { one, other, edges } of net.ties) {
    graph.addUndirectedEdge(one, other, { weight: edges.length })
  }
  const found = louvain(graph, { rng: seeded(1), getEdgeWeight: 'weight' })
  const members = new Map<number, number[]>()
  net.ids.forEach((_, at) => {
    const community = found[at] ?? -1
    const own = members.get(community)
    if (own === undefined) members.set(community, [at])
    else own.push(at)
  })
  return [...members.values()]
    .map((nodes) => ({ nodes, group: groupAround(net, mostRelated(net, nodes)) }))
    .sort((a, b) => b.nodes.length - a.nodes.length)
}

const groupAround = (net: Net, node: number): Group => ({
  key: net.ids[node] ?? '',
  name: titleAt(net, node),
})

/** Numbers in [0, 1) that are the same in every run (mulberry32), so that groups are too. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
