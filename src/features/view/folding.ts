import type { StoreApi } from 'zustand/vanilla'
import type { Folding, ViewState } from './view-state'

export const firstFolding: Folding = { auto: true, opened: new Set(), closed: new Set() }

/** Opening and closing what is drawn as one. */
export function createFolding({ setState }: StoreApi<ViewState>) {
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
  return {
    unfold: (keys: readonly string[]) => say(keys, true),
    fold: (keys: readonly string[]) => say(keys, false),
    /** Whether anything folds by itself; what was opened or closed by hand is forgotten. */
    setFolding: (auto: boolean) =>
      setState({ folding: { auto, opened: new Set(), closed: new Set() }, kept: new Set() }),
  }
}
