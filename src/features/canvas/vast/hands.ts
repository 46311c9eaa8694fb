import type { NodeId } from '@shared/graph'
import type { CanvasEvents, Spot as Meant } from '../canvas'
import type { Spot } from '../gesture'
import { createBox } from './box'
import { createDragging } from './dragging'
import type { Drawing } from './drawing'
import { lineAt, nodeAt, nodesIn } from './hit'
import { createHovering } from './hovering'
import type { Lens } from './lens'
import { createPointer } from './pointer'
import { createSelecting } from './selecting'
import type { Under } from './under'
import type { View } from './view'

/** Px round the pointer in which a thin line, or a node that is a dot, is still meant. */
const lineSlack = 5
const nodeSlack = 3

type Options = {
  readonly surface: HTMLElement
  readonly drawing: Drawing
  readonly lens: Lens
  readonly view: () => View
  readonly events: CanvasEvents
  readonly over: (id: NodeId) => void
}

/** What a person does with the pointer on a large graph: look, select, move, open. */
export function createHands({ surface, drawing, lens, view, events, over }: Options) {
  const box = createBox(surface)
  const under = (spot: Spot): Under => underAt(drawing, lens, spot)
  const meant = (what: Under): Meant => meantBy(drawing, what)
  const { onRest } = events
  const hovering = createHovering({ surface, drawing, view, under, over, meant, onRest })
  const dragging = createDragging(drawing, events.onMove)
  const selecting = createSelecting(drawing, events)
  const pointer = createPointer(surface, {
    under,
    meant,
    onTap: selecting.tap,
    onMenu: (what, at) => events.onMenu(meant(what), at),
    onHover: hovering.hover,
    onGrab: dragging.grab,
    onDrag: ({ x, y }) => {
      hovering.calm()
      const { zoom } = lens.viewport()
      dragging.drag({ x: x / zoom, y: y / zoom })
    },
    onRelease: dragging.release,
    onGiveUp: () => {
      box.hide()
      dragging.putBack()
    },
    onPan: lens.panBy,
    onZoom: lens.zoomAt,
    onBox: (from, to, isDone) => {
      if (!isDone) {
        box.show(from, to)
        return
      }
      box.hide()
      const [a, b] = [lens.toModel(from), lens.toModel(to)]
      const extent = {
        x1: Math.min(a.x, b.x),
        y1: Math.min(a.y, b.y),
        x2: Math.max(a.x, b.x),
        y2: Math.max(a.y, b.y),
      }
      selecting.box(nodesIn(drawing.current(), extent))
    },
  })
  return {
    isBusy: pointer.isBusy,
    calm: hovering.calm,
    /** The picture was drawn again. */
    follow: hovering.follow,
    destroy: () => {
      pointer.destroy()
      hovering.destroy()
      box.destroy()
    },
  }
}

function underAt(drawing: Drawing, lens: Lens, spot: Spot): Under {
  const point = lens.toModel(spot)
  const { zoom } = lens.viewport()
  const scene = drawing.current()
  const node = nodeAt(scene, point, nodeSlack / zoom)
  if (node >= 0) return { kind: 'node', at: node }
  const line = lineAt(scene, point, lineSlack / zoom)
  return line >= 0 ? { kind: 'line', at: line } : { kind: 'nothing' }
}

function meantBy(drawing: Drawing, under: Under): Meant {
  const node = under.kind === 'node' ? drawing.idAt(under.at) : null
  if (node !== null) return { kind: 'node', id: node }
  const edge = under.kind === 'line' ? drawing.edgeIdAt(under.at) : null
  return edge === null ? { kind: 'background' } : { kind: 'edge', id: edge }
}
