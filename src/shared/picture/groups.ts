import type { Graph, NodeId } from '../graph'
import { type Group, toInsightInput } from '../insight'

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

/** What groups are found from: who is related to whom, and spaces. */
export const groupInput = (graph: Graph) =>
  toInsightInput(graph, { stateOf: () => 'not-asked', isBackKnown: () => false })
