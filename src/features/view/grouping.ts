import type { NodeId } from '@shared/graph'
import type { Group, GroupBy } from '@shared/insight'

/** How the graph is grouped: by what, and who belongs where as far as it has been worked out. */
export type Grouping = {
  readonly by: GroupBy | null
  readonly of: ReadonlyMap<NodeId, Group>
}

export const ungrouped: Grouping = { by: null, of: new Map() }

export const groupings = [null, 'space', 'community'] as const

export const groupingWords = (by: GroupBy | null): string => by ?? 'nothing'

/** Nodes that belong together; one alone is no group. */
export type Members = {
  /** As in the folds of the view. */
  readonly key: string
  readonly name: string
  readonly nodes: readonly NodeId[]
}

const fewest = 2

/** The group's key among all folds, so that none is taken for the other. */
export const groupFoldKey = ({ key }: Group): string => `group|${key}`

/** Groups with who is in them and drawn, the largest first. */
export function membersOf(
  of: ReadonlyMap<NodeId, Group>,
  isDrawn: (id: NodeId) => boolean,
): Members[] {
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
