import { UndirectedGraph } from 'graphology'
import { connectedComponents } from 'graphology-components'
import betweenness from 'graphology-metrics/centrality/betweenness'
import { findCuts } from './cuts'
import { type Cycle, findCycles } from './cycles'
import { communitiesOf } from './groups'
import { type Manner, mannersOf } from './manners'
import {
  type Insight,
  type InsightInput,
  type InsightKind,
  insightKinds,
  type InsightSection,
} from './model'
import { edgeIdsOf, idsOf, mostRelated, type Net, titleAt, toNet } from './net'
import { agree, isolated, quoted } from '../text'

const listed = 20
const fewestAtHub = 5
const hubTimesUsual = 3
/** Above it the share of shortest paths takes too long to wait for: it grows with nodes × ties. */
const betweennessLimit = 400

/**
 * What is worth a look, of all kinds or of some, each kind with its heaviest first. The same graph
 * gives the same list.
 */
export function findInsights(
  input: InsightInput,
  kinds: readonly InsightKind[] = insightKinds,
): InsightSection[] {
  const net = toNet(input)
  const manners = mannersOf(net)
  const cut = kinds.some((kind) => kind === 'bridges' || kind === 'joints') ? cuts(net) : noCuts
  const find: Record<InsightKind, () => Insight[]> = {
    hubs: () => hubs(net),
    bridges: () => cut.bridges,
    joints: () => cut.joints,
    orphans: () => orphans(net),
    cycles: () => findCycles(net, manners).map((cycle) => cycleInsight(net, cycle)),
    'one-way': () => oneWay(net, manners),
    components: () => components(net),
    communities: () => communities(net),
  }
  return kinds.map((kind) => {
    const found = find[kind]()
    return {
      kind,
      total: found.length,
      insights: found.toSorted((a, b) => b.value - a.value).slice(0, listed),
    }
  })
}

const noCuts = { bridges: [], joints: [] }

function hubs(net: Net): Insight[] {
  const degrees = net.near.map(({ length }) => length)
  const usual = median(degrees.filter((degree) => degree > 0))
  const least = Math.max(fewestAtHub, hubTimesUsual * usual)
  const found = degrees.flatMap((degree, at) => (degree >= least ? [at] : []))
  const shares = found.length === 0 ? {} : sharesOfPaths(net)
  return found.map((at) => {
    const share = shares[at]
    const through =
      share === undefined ? '' : `, on ${percent(share)} of the shortest paths between others`
    return nodeInsight(net, at, degrees[at] ?? 0, `related to ${degrees[at] ?? 0} others${through}`)
  })
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const half = sorted.length / 2
  const [low, high] = [sorted[Math.ceil(half) - 1] ?? 0, sorted[Math.floor(half)] ?? 0]
  return (low + high) / 2
}

const percent = (share: number) => `${Math.round(share * 100)} %`

/** For small graphs: the share of shortest paths between others that lead through each node. */
const sharesOfPaths = (net: Net): Record<string, number> =>
  net.ids.length > betweennessLimit ? {} : betweenness(plainGraph(net), { getEdgeWeight: null })

function plainGraph(net: Net): UndirectedGraph {
  const graph = new UndirectedGraph()
  net.ids.forEach((_, at) => graph.addNode(at))
  for (const { one, other } of net.ties) graph.addUndirectedEdge(one, other)
  return graph
}

function cuts(net: Net): Record<'bridges' | 'joints', Insight[]> {
  const { bridges, joints } = findCuts(net)
  return {
    bridges: bridges
      .filter(({ apart }) => apart > 1)
      .map(({ tie, apart }) => ({
        title: `${titleAt(net, tie.one)} – ${titleAt(net, tie.other)}`,
        more: `would part ${apart} nodes from the rest`,
        nodes: tie.edges.length > 1 ? idsOf(net, [tie.one, tie.other]) : [],
        edges: edgeIdsOf(net, tie.edges),
        value: apart,
      })),
    joints: joints.map(({ node, pieces }) => {
      const largest = pieces.reduce((most, piece) => Math.max(most, piece), 0)
      const apart = pieces.reduce((sum, piece) => sum + piece, 0) - largest
      return nodeInsight(
        net,
        node,
        apart,
        `would part ${agree(apart, 'one node', `${apart} nodes`)} from the rest, in ${
          pieces.length === 2 ? 'one piece' : `${pieces.length - 1} pieces`
        }`,
      )
    }),
  }
}

/** Unknown is not none: only what was asked and answered in full can be an orphan. */
function orphans(net: Net): Insight[] {
  const related = new Set(net.edges.flatMap(({ source, target }) => [source, target]))
  return net.states.flatMap((state, at) =>
    state === 'complete' && !related.has(at) ? nodeInsight(net, at, 0, '') : [],
  )
}

function cycleInsight(net: Net, { name, ring, nodes }: Cycle): Insight {
  const on = ring.map(({ source }) => source)
  const titles = [...on, on[0]].map((at) => isolated(titleAt(net, at)))
  const rest = nodes - on.length
  return {
    title: `${isolated(name)}: ${shortened(titles).join(' → ')}`,
    more: rest === 0 ? '' : `one of the rings; ${rest} more nodes hang together in others`,
    nodes: idsOf(net, on),
    edges: edgeIdsOf(net, ring),
    value: nodes,
  }
}

const mostTitles = 5
const shortened = (titles: readonly string[]): readonly string[] =>
  titles.length <= mostTitles
    ? titles
    : [...titles.slice(0, mostTitles - 2), '…', ...titles.slice(-1)]

const oneWay = (net: Net, manners: ReadonlyMap<string, Manner>): Insight[] =>
  [...manners.values()].flatMap(({ isMutual, mutual, oneWay: edges }) =>
    (isMutual ? edges : []).map((edge) => ({
      title: `${isolated(edge.name)}: ${isolated(titleAt(net, edge.source))} → ${isolated(titleAt(net, edge.target))}`,
      more: `${mutual.length / 2} pairs have it both ways, ${edges.length} do not`,
      nodes: idsOf(net, [edge.source, edge.target]),
      edges: [],
      value: mutual.length / 2,
    })),
  )

function components(net: Net): Insight[] {
  const parts = connectedComponents(plainGraph(net))
    .filter(({ length }) => length > 1)
    .map((part) => part.map(Number).sort((a, b) => a - b))
  return parts.length < 2 ? [] : parts.map((part) => partInsight(net, part))
}

/** With one community all belong together, which says nothing. */
function communities(net: Net): Insight[] {
  const found = communitiesOf(net).filter(({ nodes }) => nodes.length > 2)
  return found.length < 2 ? [] : found.map(({ nodes }) => partInsight(net, nodes))
}

const nodeInsight = (net: Net, at: number, value: number, more: string): Insight => ({
  title: isolated(titleAt(net, at)),
  more,
  nodes: idsOf(net, [at]),
  edges: [],
  value,
})

const partInsight = (net: Net, nodes: readonly number[]): Insight => ({
  title: `Around ${quoted(titleAt(net, mostRelated(net, nodes)))}`,
  more: `${nodes.length} nodes`,
  nodes: idsOf(net, nodes),
  edges: [],
  value: nodes.length,
})
