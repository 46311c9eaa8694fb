import type { NodeId } from '@shared/graph'
import type { FoldOptions } from './fold'
import type { ViewState } from './view-state'

type Shown = Pick<
  ViewState,
  'folding' | 'kept' | 'starts' | 'pinned' | 'hiddenNodes' | 'hiddenRelations'
>

/** What may fold, as the view has it. Only nodes in all of `among` are drawn; null lets all. */
export const foldOptions = (
  view: Shown,
  among: readonly (ReadonlySet<NodeId> | null)[],
): FoldOptions => ({
  ...view.folding,
  kept: new Set([...view.kept, ...view.starts, ...view.pinned]),
  isDrawn: (id) => !view.hiddenNodes.has(id) && among.every((set) => set?.has(id) !== false),
  isNamed: (relation) => !view.hiddenRelations.has(relation),
})
