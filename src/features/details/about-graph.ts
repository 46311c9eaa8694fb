import {
  type Entity,
  type Graph,
  type NodeId,
  spaceKeyOf,
  spaceNames,
  spaceWord,
} from '@shared/graph'

export type SpacePart = {
  readonly key: string
  readonly name: string
  readonly nodes: readonly NodeId[]
}

export type Hub = { readonly id: NodeId; readonly title: string; readonly relations: number }

/** What a graph is, at a glance: the spaces it lies in, and the nodes that most relations meet at. */
export type AboutGraph = {
  /** All of them, the largest first. */
  readonly spaces: readonly SpacePart[]
  readonly hubs: readonly Hub[]
}

/** A node with fewer relations is none that others gather round. */
const fewest = 3

export function aboutGraph(graph: Graph, mostHubs: number): AboutGraph {
  return { spaces: spacesIn(graph), hubs: hubsIn(graph, mostHubs) }
}

function spacesIn({ nodes }: Graph): SpacePart[] {
  const members = new Map<string, NodeId[]>()
  for (const entity of nodes.values()) {
    const key = spaceKeyOf(entity)
    if (key === undefined) continue
    const known = members.get(key)
    if (known === undefined) members.set(key, [entity.id])
    else known.push(entity.id)
  }
  const names = spaceNames(nodes.values())
  return [...members]
    .map(([key, own]) => ({ key, name: spaceWord(key, names), nodes: own }))
    .sort((a, b) => b.nodes.length - a.nodes.length || (a.name < b.name ? -1 : 1))
}

/** The few with the most relations, kept as they are met: no list of all is sorted. */
function hubsIn({ nodes, incident }: Graph, most: number): Hub[] {
  const hubs: Hub[] = []
  for (const { id, title } of nodes.values()) {
    const relations = incident.get(id)?.size ?? 0
    const least = hubs.length < most ? fewest - 1 : (hubs.at(-1)?.relations ?? 0)
    if (relations <= least) continue
    const at = hubs.findIndex((hub) => hub.relations < relations)
    hubs.splice(at === -1 ? hubs.length : at, 0, { id, title, relations })
    if (hubs.length > most) hubs.pop()
  }
  return hubs
}

/** Entities of a type that are told apart by a word, with how many there are. */
export function kindsIn(
  { nodes }: Graph,
  kindOf: (entity: Entity) => string,
): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>()
  for (const entity of nodes.values()) {
    const kind = kindOf(entity)
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1])
}
