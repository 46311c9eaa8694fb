import { Maximize, Minus, Plus } from 'lucide-react'
import { ActIcon } from '../commands/panels'

export function ZoomControls() {
  return (
    <div data-covers-picture className="zoom-controls" role="group" aria-label="Zoom">
      <ActIcon act="zoom-in">
        <Plus size={16} aria-hidden />
      </ActIcon>
      <ActIcon act="zoom-out">
        <Minus size={16} aria-hidden />
      </ActIcon>
      <ActIcon act="fit">
        <Maximize size={16} aria-hidden />
      </ActIcon>
    </div>
  )
}
