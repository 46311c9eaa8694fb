import type { CanvasEvents, Spot } from '../canvas'
import { tapped } from '../tapped'
import type { Drawing } from './drawing'
import type { Tap } from './taps'

/** Taps and boxes select; a double tap opens. */
export function createSelecting(drawing: Drawing, events: CanvasEvents) {
  return {
    tap: ({ on: spot, adds, isDouble }: Tap): void => {
      if (isDouble && spot.kind === 'node') events.onExpand(spot.id)
      else if (isDouble && spot.kind === 'edge') events.onOpen(spot.id)
      else select(drawing, events, spot, adds)
    },
    /** What is in the box joins what is selected. */
    box: (places: readonly number[]): void => {
      const { nodes, edges } = drawing.picture().selection
      const ids = places.flatMap((at) => drawing.idAt(at) ?? [])
      events.onSelect([...new Set([...nodes, ...ids])], [...edges])
    },
  }
}

function select(drawing: Drawing, events: CanvasEvents, spot: Spot, adds: boolean): void {
  const { nodes, edges } = drawing.picture().selection
  switch (spot.kind) {
    case 'background':
      if (!adds) events.onSelect([], [])
      return
    case 'node':
      events.onSelect(tapped(nodes, spot.id, adds), adds ? [...edges] : [])
      return
    case 'edge':
      events.onSelect(adds ? [...nodes] : [], tapped(edges, spot.id, adds))
  }
}
