import type { StoreApi } from 'zustand/vanilla'
import type { ViewPart } from '@shared/edit'
import type { NodeId } from '@shared/graph'
import type { LayoutName } from '../layout'
import type { PictureModel } from '../picture'
import type { View, ViewAct } from '../view'
import type { GroupOf } from './arrange'
import type { Canvas, Placed } from './canvas'
import type { CanvasState } from './canvas-state'

/** A layout that is under way, and how all was before it. */
type Run = { readonly before: ViewPart & { readonly places: Placed[] } }

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
    const camera = only === null ? ({ camera: 'fit' } as const) : {}
    onAct({ kind: 'arrange', title, before, after: { places: positions(), layout, ...camera } })
  }
  const asItIs = (): Run['before'] => {
    const camera = store.getState().mounted?.viewport()
    const { layout } = view.store.getState()
    return { places: positions(), layout, ...(camera === undefined ? {} : { camera }) }
  }
  const arrange = async (
    layout: LayoutName = view.store.getState().layout,
    isAct = true,
    only: readonly NodeId[] | null = null,
  ) => {
    const { mounted } = store.getState()
    const mine = { before: running?.before ?? asItIs() }
    running = mine
    store.setState({ arranging: true })
    view.setDrawsAll(true)
    const run = mounted?.arrange(
      layout,
      centreOf(view),
      only,
      groupOfDrawn(picture),
      picture.sectionOf,
    )
    const done = (await run) ?? false
    // Another was asked for meanwhile; it ends for both.
    if (running !== mine) return
    running = null
    // The name of a layout is of what is drawn, so not of one that was stopped.
    if (done) view.setLayout(layout)
    store.setState({ arranging: false })
    settle(mounted, done ? (only === null ? 'fit' : 'stay') : mine.before)
    view.setDrawsAll(false)
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
function settle(canvas: Canvas | null, how: 'fit' | 'stay' | Run['before']): void {
  if (how === 'fit') canvas?.fit()
  else if (how !== 'stay') {
    canvas?.place(how.places)
    if (how.camera !== undefined && how.camera !== 'fit') canvas?.setViewport(how.camera)
  }
}

/** Where groups are drawn they are kept together. */
const groupOfDrawn = (picture: PictureModel): GroupOf | null => {
  const { groups } = picture.store.getState()
  return groups.size === 0 ? null : (id) => groups.get(id)?.key ?? null
}

const centreOf = ({ store }: View): NodeId | null => {
  const { selection, starts } = store.getState()
  return selection.nodes[0] ?? [...starts][0] ?? null
}
