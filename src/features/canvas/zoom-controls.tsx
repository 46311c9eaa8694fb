import { Maximize, Minus, Plus } from 'lucide-react'
import { IconButton } from '../../ui'
import type { CanvasModel } from './store'

export function ZoomControls({ canvas }: { canvas: CanvasModel }) {
  return (
    <div className="zoom-controls" role="group" aria-label="Zoom">
      <IconButton label="Zoom in" onClick={() => canvas.zoomBy(1.25)}>
        <Plus size={16} aria-hidden />
      </IconButton>
      <IconButton label="Zoom out" onClick={() => canvas.zoomBy(0.8)}>
        <Minus size={16} aria-hidden />
      </IconButton>
      <IconButton label="Fit the graph" onClick={canvas.fit}>
        <Maximize size={16} aria-hidden />
      </IconButton>
    </div>
  )
}
