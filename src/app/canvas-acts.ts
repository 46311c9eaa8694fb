import { explain } from '@shared/failure'
import type { CanvasActs } from '../features/canvas'
import type { Session } from './session'

/** What the canvas and the outline set off. */
export function canvasActsOf(
  { graph, view, picture, edits, acts, notices }: Session,
  showMenu: CanvasActs['onMenu'],
): CanvasActs {
  /** A key that may do nothing says why. */
  const ifMay = (edit: () => void) => {
    const { readOnly } = edits.store.getState()
    if (readOnly === null) edit()
    else notices.say({ tone: 'bad', ...explain(readOnly) })
  }
  return {
    onExpand: acts.expand,
    onMenu: (spot, at) => {
      if (spot.kind === 'node') view.setFocus(spot.id)
      if (spot.kind === 'edge') picture.select({ edges: [spot.id] })
      showMenu(spot, at)
    },
    onDrop: (drop) =>
      drop.kind === 'node'
        ? edits.connect([drop], { at: { x: drop.x, y: drop.y } })
        : edits.connectFrom([drop.source]),
    onConnect: (nodes) => ifMay(() => edits.connectFrom(nodes)),
    onDelete: (ids) => {
      const { edges } = graph.store.getState().graph
      const relations = ids.flatMap((id) => edges.get(id) ?? [])
      if (relations.length > 0) ifMay(() => edits.askDelete(relations))
    },
  }
}
