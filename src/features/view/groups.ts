import type { StoreApi } from 'zustand/vanilla'
import type { NodeId } from '@shared/graph'
import type { Group, GroupBy } from '@shared/insight'
import type { ViewState } from './view-state'
import { groupFoldKey, groupings, type Members } from './grouping'

const isOfGroup = (key: string) => key.startsWith('group')

/** Grouping, and drawing a group as one; the graph itself is left as it is. */
export function createGroups({ getState, setState }: StoreApi<ViewState>) {
  const without = (keys: ReadonlySet<string>) => new Set([...keys].filter((key) => !isOfGroup(key)))
  const groupBy = (by: GroupBy | null) => {
    if (getState().grouping.by === by) return
    setState(({ folding }) => ({
      grouping: { by, of: new Map() },
      // Groups of another kind are other groups.
      folding: {
        ...folding,
        opened: without(folding.opened),
        closed: without(folding.closed),
      },
    }))
  }
  return {
    groupBy,
    /** By nothing, by space, by community, and round again. */
    groupByNext: () => {
      const at = groupings.indexOf(getState().grouping.by)
      groupBy(groupings[(at + 1) % groupings.length] ?? null)
    },
    /** Who belongs where, as it was worked out. */
    setGroups: (of: ReadonlyMap<NodeId, Group>) =>
      setState(({ grouping }) => ({ grouping: { ...grouping, of } })),
    /** The fold that a node's group would make. */
    groupKeyOf: (id: NodeId): string | null => {
      const group = getState().grouping.of.get(id)
      return group === undefined ? null : groupFoldKey(group)
    },
    foldGroups: (groups: readonly Members[], isFolded: boolean) => {
      const keys = new Set(groups.map(({ key }) => key))
      const taken = new Set(groups.flatMap(({ nodes }) => nodes))
      setState(({ folding, kept }) => ({
        folding: {
          ...folding,
          closed: new Set([
            ...[...folding.closed].filter((key) => !keys.has(key)),
            ...(isFolded ? keys : []),
          ]),
        },
        kept: isFolded ? new Set([...kept].filter((id) => !taken.has(id))) : kept,
        selection: { nodes: [], edges: [] },
      }))
    },
  }
}
