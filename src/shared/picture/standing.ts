import type { NodeId } from '../graph'
import type { Fold } from './fold'

/** What stands for what, by id. */
export type Standing = {
  /** What another stands for. */
  readonly away: ReadonlySet<string>
  /** What stands for many, with its fold. */
  readonly stacks: ReadonlyMap<string, Fold>
  /** Nodes that stand for a whole group, with all of it. */
  readonly groups: ReadonlyMap<string, readonly NodeId[]>
}

export function standingOf(folds: readonly Fold[]): Standing {
  const away = new Set<string>()
  const stacks = new Map<string, Fold>()
  const groups = new Map<string, readonly NodeId[]>()
  for (const fold of folds) {
    for (const id of fold.kind === 'relations' ? fold.edges : fold.nodes) {
      if (id !== fold.shown) away.add(id)
    }
    stacks.set(fold.shown, fold)
    if (fold.kind === 'group') groups.set(fold.shown, fold.nodes)
  }
  return { away, stacks, groups }
}
