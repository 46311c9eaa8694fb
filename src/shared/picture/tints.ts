import {
  type Entity,
  type Graph,
  type KnowledgeState,
  knowledgeStates,
  NodeId,
  spaceKeyOf,
  spaceNames,
  spaceWord,
} from '../graph'
import type { Colouring } from '../workspace'
import { knowledgeOf, knowledgeWords, type NodeStates } from '../crawl'
import type { GroupOf } from './groups'
import { sectionsIn } from './sections'
import { ageTint, kindTint, sharedTint } from './tint-colours'

/** What nodes of one colour have in common. */
export type Tint = {
  readonly key: string
  readonly name: string
  /** Whose name it is, where it is one of the site's. */
  readonly of: { readonly space: string } | { readonly node: NodeId } | null
  /** A number for a colour: see `tint-colours.ts`. */
  readonly tint: number
  readonly nodes: readonly NodeId[]
}

export type Tints = {
  readonly list: readonly Tint[]
  readonly of: ReadonlyMap<NodeId, number>
}

/** A kind of nodes, before it has a colour. */
type Kind = Omit<Tint, 'tint' | 'nodes'>

/** One of a few kinds that have an order of their own. */
type OrderedKind = Kind & { readonly order: number }

/** What colours rest on beside the graph. */
type Beside = {
  readonly states: NodeStates
  readonly communities: GroupOf
  /** By what time things are old. */
  readonly now: number
}

/** The colours of nodes by what they have in common; null where their type is all that tells. */
export function tintsOf(
  graph: Graph,
  by: Colouring,
  { states = new Map(), communities = new Map(), now = 0 }: Partial<Beside> = {},
): Tints | null {
  switch (by) {
    case 'type':
      return null
    case 'space':
      return bySize(graph, spaceOf(graph))
    case 'section':
      return bySize(graph, sectionOf(graph))
    case 'community':
      return bySize(graph, communityOf(communities))
    case 'age':
      return inOrder(graph, ageOf(now), (at) => (at < ages.length ? ageTint(at) : sharedTint))
    case 'knowledge':
      return inOrder(graph, stateOf(states), kindTint)
  }
}

type KindOf<K extends Kind = Kind> = (entity: Entity) => K | null

function spaceOf({ nodes }: Graph): KindOf {
  const names = spaceNames(nodes.values())
  return (entity) => {
    const key = spaceKeyOf(entity)
    return key === undefined ? null : { key, name: spaceWord(key, names), of: { space: key } }
  }
}

function sectionOf(graph: Graph): KindOf {
  const sections = sectionsIn(graph)
  return ({ id }) => {
    const node = sections.get(id)
    if (node === undefined) return null
    return { key: node, name: graph.nodes.get(node)?.title ?? node, of: { node } }
  }
}

/** One alone is no community. */
function communityOf(communities: GroupOf): KindOf {
  const sizes = new Map<string, number>()
  for (const { key } of communities.values()) sizes.set(key, (sizes.get(key) ?? 0) + 1)
  return ({ id }) => {
    const group = communities.get(id)
    if (group === undefined || (sizes.get(group.key) ?? 0) < 2) return null
    const node = NodeId.safeParse(group.key)
    return { ...group, of: node.success ? { node: node.data } : null }
  }
}

const day = 86_400_000
/** How long ago at most, and in words. */
const ages = [
  [30, 'in the last month'],
  [182, 'in the last half year'],
  [365, 'in the last year'],
  [730, 'in the last two years'],
  [Infinity, 'longer ago'],
] as const

const ageOf =
  (now: number): KindOf<OrderedKind> =>
  ({ changedAt, createdAt }) => {
    const since = (now - Date.parse(changedAt ?? createdAt ?? '')) / day
    const at = ages.findIndex(([days]) => since <= days)
    const name = ages[at]?.[1] ?? 'Unknown'
    return { key: name, name, of: null, order: at === -1 ? ages.length : at }
  }

const stateOf =
  (states: NodeStates): KindOf<OrderedKind> =>
  (entity) => {
    const state: KnowledgeState = knowledgeOf(entity, states)
    const order = knowledgeStates.indexOf(state)
    return { key: state, name: knowledgeWords[state].word, of: null, order }
  }

type Members<K extends Kind> = { readonly kind: K; readonly nodes: NodeId[] }

function membersBy<K extends Kind>({ nodes }: Graph, kindOf: KindOf<K>): Members<K>[] {
  const all = new Map<string, Members<K>>()
  for (const entity of nodes.values()) {
    const kind = kindOf(entity)
    if (kind === null) continue
    const known = all.get(kind.key)
    if (known === undefined) all.set(kind.key, { kind, nodes: [entity.id] })
    else known.nodes.push(entity.id)
  }
  return [...all.values()]
}

/** The largest have colours of their own. What is of no kind is grey, as those that share one are. */
function bySize(graph: Graph, kindOf: KindOf): Tints {
  const sorted = membersBy(graph, kindOf).sort(
    (a, b) => b.nodes.length - a.nodes.length || (a.kind.key < b.kind.key ? -1 : 1),
  )
  return tintsIn(graph, sorted, (_, at) => kindTint(at))
}

function inOrder(
  graph: Graph,
  kindOf: KindOf<OrderedKind>,
  tintAt: (order: number) => number,
): Tints {
  const sorted = membersBy(graph, kindOf).sort((a, b) => a.kind.order - b.kind.order)
  return tintsIn(graph, sorted, ({ order }) => tintAt(order))
}

function tintsIn<K extends Kind>(
  graph: Graph,
  sorted: readonly Members<K>[],
  tintFor: (kind: K, at: number) => number,
): Tints {
  const of = new Map<NodeId, number>()
  const list = sorted.map(({ kind, nodes }, at): Tint => {
    const tint = tintFor(kind, at)
    for (const id of nodes) of.set(id, tint)
    return { key: kind.key, name: kind.name, of: kind.of, tint, nodes }
  })
  for (const id of graph.nodes.keys()) if (!of.has(id)) of.set(id, sharedTint)
  return { list, of }
}

/** As a legend lists them: those that share a colour are one entry. */
export function foldShared(list: readonly Tint[]): Tint[] {
  const own = list.filter(({ tint }) => tint !== sharedTint)
  const others = list.filter(({ tint }) => tint === sharedTint)
  const [only] = others
  if (only === undefined || others.length === 1) return [...list]
  const nodes = others.flatMap((one) => one.nodes)
  const name = `${others.length.toLocaleString('en')} others`
  return [...own, { key: 'others', name, of: null, tint: sharedTint, nodes }]
}
