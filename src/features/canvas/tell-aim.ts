import type { NodeId } from '@shared/graph'
import type { CanvasEvents } from './canvas'
import type { Spot } from './gesture'

/** Who drags to a node reads its name, which may have no room in the picture, beside the pointer. */
export const tellAim =
  ({ onRest }: Pick<CanvasEvents, 'onRest'>) =>
  (id: NodeId | null, at: Spot): void =>
    onRest(id === null ? null : { spot: { kind: 'node', id }, at })
