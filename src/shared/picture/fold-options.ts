import type { NodeId } from '../graph'
import type { Choices } from './choices'
import type { FoldOptions } from './fold'
import { type GroupOf, membersOf } from './groups'

type Folded = Pick<
  Choices,
  'folding' | 'kept' | 'starts' | 'pinned' | 'hiddenNodes' | 'hiddenRelations'
>

/** What may fold, as the view has it. Only nodes in all of `among` are drawn; null lets all. */
export const foldOptions = (
  view: Folded,
  groups: GroupOf,
  among: readonly (ReadonlySet<NodeId> | null)[],
): FoldOptions => {
  const isDrawn = (id: NodeId) =>
    !view.hiddenNodes.has(id) && among.every((set) => set?.has(id) !== false)
  return {
    ...view.folding,
    kept: new Set([...view.kept, ...view.starts, ...view.pinned]),
    isDrawn,
    isNamed: (relation) => !view.hiddenRelations.has(relation),
    // A node that was gone to stands beside its folded group.
    groups: membersOf(groups, (id) => isDrawn(id) && !view.kept.has(id)),
  }
}
