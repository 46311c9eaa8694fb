import type { StoreApi } from 'zustand/vanilla'
import type { NodeId } from '@shared/graph'
import type { LayoutName, Placed } from './canvas'
import type { Selection, ViewAct, ViewState } from './view-state'

/** Layouts on demand; each can be taken back. */
export function createArranging(
  store: StoreApi<ViewState>,
  positions: () => Placed[],
  onAct: (act: ViewAct) => void,
) {
  const set = store.setState
  const arrange = async (
    layout: LayoutName = store.getState().layout,
    isAct = true,
    only: readonly NodeId[] | null = null,
  ) => {
    const { canvas, selection, starts, grouping } = store.getState()
    const before = positions()
    set({ layout, arranging: true })
    const groupOf = groupOfEach(grouping)
    const centre = selection.nodes[0] ?? [...starts][0] ?? null
    const done = (await canvas?.arrange(layout, centre, only, groupOf)) ?? false
    if (done && only === null) canvas?.fit()
    set({ arranging: false })
    if (done && isAct) {
      const title = only === null ? `Arranged the graph (${layout}).` : 'Tidied the selection.'
      onAct({ kind: 'arrange', title, before: { places: before }, after: { places: positions() } })
    }
  }
  return {
    arrange,
    /** Arranges what is selected, or all where that is less than two nodes. */
    tidy: () => arrange(store.getState().layout, true, tidied(store.getState().selection)),
  }
}

const tidied = ({ nodes }: Selection): readonly NodeId[] | null => (nodes.length > 1 ? nodes : null)

/** Where groups are drawn they are kept together. */
const groupOfEach = ({ of }: ViewState['grouping']) =>
  of.size === 0 ? null : (id: NodeId) => of.get(id)?.key ?? null
