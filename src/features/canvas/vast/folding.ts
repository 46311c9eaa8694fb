import { type Fold, foldLabel } from '../../picture'

/** What is drawn as one, by id. */
export type Folding = {
  /** Who stands for what is not drawn itself. */
  readonly away: ReadonlyMap<string, string>
  /** What is written at those who stand for others. */
  readonly labels: ReadonlyMap<string, string>
}

export function foldingOf(folds: readonly Fold[]): Folding {
  const away = new Map<string, string>()
  const labels = new Map<string, string>()
  for (const fold of folds) {
    for (const id of fold.kind === 'relations' ? fold.edges : fold.nodes) {
      if (id !== fold.shown) away.set(id, fold.shown)
    }
    labels.set(fold.shown, foldLabel(fold))
  }
  return { away, labels }
}
