import type { StoreApi } from 'zustand/vanilla'
import type { NodeId } from '@shared/graph'
import type { Canvas, Placed } from './canvas'
import type { LayoutName } from '../layout/layout'
import type { Selection, ViewAct, ViewState } from '../view/view-state'

/** A layout that is under way, and where all stood before it. */
type Run = { readonly before: Placed[] }

/** Layouts on demand; each can be stopped, and taken back. */
export function createArranging(
  { getState, setState }: StoreApi<ViewState>,
  positions: () => Placed[],
  onAct: (act: ViewAct) => void,
) {
  let running: Run | null = null

  const note = ({ before }: Run, layout: LayoutName, only: readonly NodeId[] | null) => {
    const title = only === null ? `Arranged the graph (${layout}).` : 'Tidied the selection.'
    onAct({ kind: 'arrange', title, before: { places: before }, after: { places: positions() } })
  }
  const arrange = async (
    layout: LayoutName = getState().layout,
    isAct = true,
    only: readonly NodeId[] | null = null,
  ) => {
    const { canvas } = getState()
    const mine = { before: running?.before ?? positions() }
    running = mine
    setState({ layout, arranging: true })
    const groupOf = groupOfEach(getState().grouping)
    const done = (await canvas?.arrange(layout, centreOf(getState()), only, groupOf)) ?? false
    // Another was asked for meanwhile; it ends for both.
    if (running !== mine) return
    running = null
    setState({ arranging: false })
    settle(canvas, done ? (only === null ? 'fit' : 'stay') : mine.before)
    if (done && isAct) note(mine, layout, only)
  }
  return {
    arrange,
    /** All goes back to where it stood. */
    stopArranging: () => getState().canvas?.stopArranging(),
    /** Arranges what is selected, or all where that is less than two nodes. */
    tidy: () => arrange(getState().layout, true, tidied(getState().selection)),
  }
}

/** What is seen afterwards: all of it, the same part, or what was before. */
function settle(canvas: Canvas | null, how: 'fit' | 'stay' | Placed[]): void {
  if (how === 'fit') canvas?.fit()
  else if (how !== 'stay') canvas?.place(how)
}

const centreOf = ({ selection, starts }: ViewState): NodeId | null =>
  selection.nodes[0] ?? [...starts][0] ?? null

const tidied = ({ nodes }: Selection): readonly NodeId[] | null => (nodes.length > 1 ? nodes : null)

/** Where groups are drawn they are kept together. */
const groupOfEach = ({ of }: ViewState['grouping']) =>
  of.size === 0 ? null : (id: NodeId) => of.get(id)?.key ?? null
