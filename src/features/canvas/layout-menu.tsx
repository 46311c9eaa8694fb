import { LayoutGrid, Square } from 'lucide-react'
import { useStore } from 'zustand'
import { ButtonMenu, type MenuItem } from '../../ui'
import { layoutWords } from '../layout'
import type { View } from '../view'
import type { CanvasModel } from './store'

type Props = {
  view: View
  canvas: CanvasModel
  /** What can be chosen. */
  items: readonly MenuItem[]
}

/** Names the layout and offers others; while one is under way it stops it. */
export function LayoutMenu({ view, canvas, items }: Props) {
  const layout = useStore(view.store, (state) => state.layout)
  const arranging = useStore(canvas.store, (state) => state.arranging)
  if (arranging) {
    return (
      <button type="button" className="button button--quiet" onClick={canvas.stopArranging}>
        <Square size={15} aria-hidden /> Arranging… Stop
      </button>
    )
  }
  return (
    <ButtonMenu
      items={items}
      trigger={
        <button type="button" className="button button--quiet">
          <LayoutGrid size={15} aria-hidden />
          Layout: {layoutWords[layout]}
        </button>
      }
    />
  )
}
