import type { Near } from '@shared/picture'
import { agree } from '@shared/text'
import type { StoreApi } from 'zustand/vanilla'
import type { NodeId } from '@shared/graph'
import type { Colouring, Outline, Sizing } from '@shared/workspace'
import type { Act } from './showing'
import type { ViewState } from './view-state'

/** Where a person looks: how far round, which can be taken back; along which path; in the outline. */
export function createLooking(set: StoreApi<ViewState>['setState'], act: Act) {
  return {
    setNear: (near: Near | null) => act('focus', nearTitle(near), ['near'], () => set({ near })),
    setPath: (path: ViewState['path']) => set({ path }),
    /** Ends the path that begins elsewhere; without one nothing is looked for. */
    pathTo: (to: NodeId) =>
      set(({ path }) =>
        path === null || path.from === to ? {} : { path: { from: path.from, to } },
      ),
    setBackbone: (backbone: number) => set({ backbone }),
    colourBy: (colourBy: Colouring) => set({ colourBy }),
    sizeBy: (sizeBy: Sizing) => set({ sizeBy }),
    setOutline: (part: Partial<Outline>) =>
      set(({ outline }) => ({ outline: { ...outline, ...part } })),
  }
}

const nearTitle = (near: Near | null): string =>
  near === null
    ? 'Showed the whole graph.'
    : `Focused on ${near.steps} ${agree(near.steps, 'step', 'steps')}.`
