import type { Graph, NodeId, Relation } from '@shared/graph'
import { holdingWords } from '@shared/text'

export type Neighbour = {
  readonly relation: Relation
  readonly node: NodeId
  readonly title: string
}

/** The neighbours that a node has by one relation name, by title. */
export type NeighbourGroup = { readonly name: string; readonly neighbours: readonly Neighbour[] }

const byLanguage = new Intl.Collator()

/** Relations of a node as the neighbours they lead to, whose title or relation name holds a text. */
export function neighbourGroups(
  graph: Graph,
  relations: readonly Relation[],
  end: 'source' | 'target',
  typed: string,
): NeighbourGroup[] {
  const isWanted = holdingWords(typed)
  const groups = new Map<string, Neighbour[]>()
  for (const relation of relations) {
    const node = relation[end]
    const title = graph.nodes.get(node)?.title ?? node
    if (!isWanted(`${title} ${relation.relation}`)) continue
    const known = groups.get(relation.relation)
    const neighbour = { relation, node, title }
    if (known === undefined) groups.set(relation.relation, [neighbour])
    else known.push(neighbour)
  }
  return [...groups]
    .map(([name, neighbours]) => ({
      name,
      neighbours: neighbours.sort((a, b) => byLanguage.compare(a.title, b.title)),
    }))
    .sort((a, b) => byLanguage.compare(a.name, b.name))
}

/** Of each group what is among the first so many of all; groups that begin after them are left out. */
export function firstOf(groups: readonly NeighbourGroup[], most: number): NeighbourGroup[] {
  const first: NeighbourGroup[] = []
  let left = most
  for (const { name, neighbours } of groups) {
    if (left <= 0) break
    first.push({ name, neighbours: neighbours.slice(0, left) })
    left -= neighbours.length
  }
  return first
}
