import { type Entity, type Graph, type NodeId, spaceKeyOf, spaceNames, spaceWord } from '../graph'
import type { Grouping } from '../edit'
import { communityOfEach, type Group, toInsightInput } from '../insight'
import { sectionsIn } from './sections'

/** Who belongs where, as far as it has been worked out. */
export type GroupOf = ReadonlyMap<NodeId, Group>

/** Nodes that belong together; one alone is no group. */
export type Members = {
  /** As in the folds of the view. */
  readonly key: string
  readonly name: string
  readonly nodes: readonly NodeId[]
}

const fewest = 2

/** What the keys of groups begin with among those of all folds. */
const prefix = 'group|'

/** The group's key among all folds, so that none is taken for the other. */
export const groupFoldKey = ({ key }: Group): string => `${prefix}${key}`

/** Groups with who is in them and drawn, the largest first. */
export function membersOf(of: GroupOf, isDrawn: (id: NodeId) => boolean): Members[] {
  const groups = new Map<string, { key: string; name: string; nodes: NodeId[] }>()
  for (const [id, group] of of) {
    if (!isDrawn(id)) continue
    const key = groupFoldKey(group)
    const known = groups.get(key)
    if (known === undefined) groups.set(key, { key, name: group.name, nodes: [id] })
    else known.nodes.push(id)
  }
  return [...groups.values()]
    .filter(({ nodes }) => nodes.length >= fewest)
    .sort((a, b) => b.nodes.length - a.nodes.length || (a.name < b.name ? -1 : 1))
}

/** What communities are found from: who is related to whom. */
export const groupInput = (graph: Graph) =>
  toInsightInput(graph, { stateOf: () => 'not-asked', isBackKnown: () => false })

/** Every node's group, worked out at once; communities of a large graph take seconds. */
export const groupsOf = (graph: Graph, by: Grouping): GroupOf =>
  by === 'community' ? communityOfEach(groupInput(graph)) : placeGroups(graph, by)

/** By what nodes have their group from themselves or the page tree, which is told at a look. */
export type PlaceGrouping = Exclude<Grouping, 'community'>

const people: Group = { key: 'user:', name: 'People' }
const elsewhere: Group = { key: '', name: 'Space not known' }

/**
 * The space of each node, or the section: the subtree under the top of its page tree that it is in.
 * What no tree is known of is in no section, so it is with the others of its space.
 */
export function placeGroups(graph: Graph, by: PlaceGrouping): GroupOf {
  const names = spaceNames(graph.nodes.values())
  const groups = new Map<string, Group>()
  const groupAt = (key: string, name: () => string): Group => {
    const known = groups.get(key) ?? { key, name: name() }
    groups.set(key, known)
    return known
  }
  const spaceOf = (entity: Entity): Group => {
    if (entity.type === 'user') return people
    const space = spaceKeyOf(entity)
    return space === undefined
      ? elsewhere
      : groupAt(`space:${space}`, () => spaceWord(space, names))
  }
  const sections = by === 'section' ? sectionsIn(graph) : new Map<NodeId, NodeId>()
  return new Map(
    [...graph.nodes.values()].map((entity): [NodeId, Group] => {
      const top = sections.get(entity.id)
      if (top === undefined) return [entity.id, spaceOf(entity)]
      return [entity.id, groupAt(top, () => graph.nodes.get(top)?.title ?? top)]
    }),
  )
}
