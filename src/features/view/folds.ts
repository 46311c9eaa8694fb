import type { StoreApi } from 'zustand/vanilla'
import type { EdgeId, NodeId } from '@shared/graph'
import type { Fold } from '../picture/fold'
import type { ViewState } from './view-state'

/** Opening and closing what is drawn as one. */
export function createFolds({ getState, setState }: StoreApi<ViewState>) {
  const say = (keys: readonly string[], isOpen: boolean) =>
    setState(({ folding }) => {
      const opened = new Set(folding.opened)
      const closed = new Set(folding.closed)
      for (const key of keys) {
        if (isOpen) opened.add(key)
        else opened.delete(key)
        if (isOpen) closed.delete(key)
        else closed.add(key)
      }
      return { folding: { ...folding, opened, closed }, selection: { nodes: [], edges: [] } }
    })
  const foldAt = (id: NodeId | EdgeId) => getState().folds.find(({ shown }) => shown === id)
  return {
    foldAt,
    setFolds: (folds: readonly Fold[]) => {
      // None again is nothing new; telling it would draw every panel again.
      if (folds.length > 0 || getState().folds.length > 0) setState({ folds })
    },
    /** Opens the fold that an element stands for; false where it stands for itself. */
    openFold: (id: NodeId | EdgeId): boolean => {
      const fold = foldAt(id)
      if (fold !== undefined) say([fold.key], true)
      return fold !== undefined
    },
    fold: (keys: readonly string[]) => say(keys, false),
    /** Whether anything folds by itself; what was opened or closed by hand is forgotten. */
    setFolding: (auto: boolean) =>
      setState({ folding: { auto, opened: new Set(), closed: new Set() }, kept: new Set() }),
  }
}
