import type { StoreApi } from 'zustand/vanilla'
import type { NodeId } from '@shared/graph'
import type { Outline } from '@shared/workspace'
import type { Near, ViewState } from './view-state'

/** Where a person looks: how far round, along which path, in the outline. Nothing to take back. */
export function createLooking(set: StoreApi<ViewState>['setState']) {
  return {
    setNear: (near: Near | null) => set({ near }),
    setPath: (path: ViewState['path']) => set({ path }),
    /** Ends the path that begins elsewhere; without one nothing is looked for. */
    pathTo: (to: NodeId) =>
      set(({ path }) =>
        path === null || path.from === to ? {} : { path: { from: path.from, to } },
      ),
    setOutline: (part: Partial<Outline>) =>
      set(({ outline }) => ({ outline: { ...outline, ...part } })),
  }
}
