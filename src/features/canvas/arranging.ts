import type { StoreApi } from 'zustand/vanilla'
import type { NodeId } from '@shared/graph'
import type { LayoutName } from '../layout'
import type { PictureModel } from '../picture'
import type { View, ViewAct } from '../view'
import type { Canvas, Placed } from './canvas'
import type { CanvasState } from './canvas-state'

/** A layout that is under way, and where all stood before it. */
type Run = { readonly before: Placed[] }

type Parts = {
  readonly store: StoreApi<CanvasState>
  readonly view: View
  readonly picture: PictureModel
  readonly positions: () => Placed[]
  readonly onAct: (act: ViewAct) => void
}

/** Layouts on demand; each can be stopped, and taken back. */
export function createArranging({ store, view, picture, positions, onAct }: Parts) {
  let running: Run | null = null

  const note = ({ before }: Run, layout: LayoutName, only: readonly NodeId[] | null) => {
    const title = only === null ? `Arranged the graph (${layout}).` : 'Tidied the selection.'
    onAct({ kind: 'arrange', title, before: { places: before }, after: { places: positions() } })
  }
  const arrange = async (
    layout: LayoutName = view.store.getState().layout,
    isAct = true,
    only: readonly NodeId[] | null = null,
  ) => {
    const { mounted } = store.getState()
    const mine = { before: running?.before ?? positions() }
    running = mine
    view.setLayout(layout)
    store.setState({ arranging: true })
    const { groups } = picture.store.getState()
    // Where groups are drawn they are kept together.
    const groupOf = groups.size === 0 ? null : (id: NodeId) => groups.get(id)?.key ?? null
    const done = (await mounted?.arrange(layout, centreOf(view), only, groupOf)) ?? false
    // Another was asked for meanwhile; it ends for both.
    if (running !== mine) return
    running = null
    store.setState({ arranging: false })
    settle(mounted, done ? (only === null ? 'fit' : 'stay') : mine.before)
    if (done && isAct) note(mine, layout, only)
  }
  return {
    arrange,
    /** All goes back to where it stood. */
    stopArranging: () => store.getState().mounted?.stopArranging(),
    /** Arranges what is selected, or all where that is less than two nodes. */
    tidy: () => {
      const { nodes } = view.store.getState().selection
      return arrange(undefined, true, nodes.length > 1 ? nodes : null)
    },
  }
}

/** What is seen afterwards: all of it, the same part, or what was before. */
function settle(canvas: Canvas | null, how: 'fit' | 'stay' | Placed[]): void {
  if (how === 'fit') canvas?.fit()
  else if (how !== 'stay') canvas?.place(how)
}

const centreOf = ({ store }: View): NodeId | null => {
  const { selection, starts } = store.getState()
  return selection.nodes[0] ?? [...starts][0] ?? null
}
