import { Maximize, Minus, Plus } from 'lucide-react'
import { useStore } from 'zustand'
import { IconButton } from '../../ui'
import type { View } from '../view/store'

export function ZoomControls({ view }: { view: View }) {
  const canvas = useStore(view.store, (state) => state.canvas)
  return (
    <div className="zoom-controls" role="group" aria-label="Zoom">
      <IconButton label="Zoom in" onClick={() => canvas?.zoomBy(1.25)}>
        <Plus size={16} aria-hidden />
      </IconButton>
      <IconButton label="Zoom out" onClick={() => canvas?.zoomBy(0.8)}>
        <Minus size={16} aria-hidden />
      </IconButton>
      <IconButton label="Fit the graph" onClick={() => canvas?.fit()}>
        <Maximize size={16} aria-hidden />
      </IconButton>
    </div>
  )
}
