import type { Delta } from '@shared/graph'
import { type Looks, shortTitle } from '../../picture'
import { createArranger } from '../arrange'
import type { Canvas, CanvasEvents, Mount, Placed } from '../canvas'
import { coversOf, watchCovers } from '../covers'
import { connectGesture } from '../gesture'
import { createListeners } from '@shared/listeners'
import { tellAim } from '../tell-aim'
import { createDrawing, type Drawing } from './drawing'
import { createHands } from './hands'
import { applyDelta, putExtras } from './keep-rows'
import { createLens } from './lens'
import { createPainter, type Painter } from './painter'
import { createSight } from './sight'
import { createVastGround } from './vast-ground'
import { vastStage } from './vast-stage'
import type { View } from './view'

/** Drawn by a worker: for graphs that Cytoscape cannot move at ease. It offers the same. */
export function createVastCanvas(mount: Mount, events: CanvasEvents, looks: Looks): Canvas {
  const { surface, frame, overlay } = mount
  const size = () => ({
    width: frame.clientWidth,
    height: frame.clientHeight,
    covers: coversOf(frame),
  })
  const view = (): View => {
    const { width, height, covers } = size()
    const seen = { x1: 0, y1: 0, x2: width, y2: height }
    return { ...lens.viewport(), width, height, covers, seen, ratio: devicePixelRatio }
  }
  let isGone = false
  const frames = createListeners()
  let mayConnect = true

  const painter = createPainter(surface, () => {
    hands.follow()
    frames.tell()
  })
  const lens = createLens(size, () => painter.view(view()))
  const drawing = createDrawing(painter, looks)
  const { ground, over } = createVastGround({
    drawing,
    lens,
    isBusy: () => hands.isBusy(),
    calm: () => hands.calm(),
    onFrame: frames.add,
  })
  const hands = createHands({ surface, drawing, lens, view, events, over })
  const endCovers = watchCovers(frame, () => painter.view(view()))
  const endGesture = connectGesture({
    ground,
    frame,
    overlay,
    enabled: () => mayConnect,
    onDrop: events.onDrop,
    onRing: events.onRing,
    onAim: tellAim(events),
  })
  const sight = createSight(drawing, lens, size, view)
  const arranger = createArranger(vastStage(drawing, sight.fitNow, () => isGone))

  return {
    ...sight,
    ...telling(drawing, painter),
    allowConnecting: (may) => {
      mayConnect = may
    },
    arrange: arranger.arrange,
    stopArranging: arranger.cancel,
    onFrame: frames.add,
    resize: () => painter.view(view()),
    destroy: () => {
      isGone = true
      arranger.cancel()
      endCovers()
      endGesture()
      hands.destroy()
      lens.destroy()
      drawing.destroy()
      painter.destroy()
    },
  }
}

type Telling = Pick<Canvas, 'apply' | 'show' | 'dress' | 'positions' | 'place'>

/** What the canvas is told of the graph. */
const telling = (drawing: Drawing, painter: Painter): Telling => ({
  apply: (delta, graph, known = new Map()) => {
    applyDelta(drawing, delta, graph, known)
    tellTitles(drawing, painter, [...delta.added.nodes, ...delta.changed.nodes])
    drawing.changed()
  },
  show: (picture) => {
    const before = drawing.picture().compared
    putExtras(drawing, picture)
    const { compared } = picture
    if (compared !== before) tellTitles(drawing, painter, compared?.goneNodes ?? [])
    drawing.show(picture)
  },
  dress: drawing.dress,
  positions: () => [...drawing.rows.places].map(([id, { x, y }]): Placed => [id, { x, y }]),
  place: (places) => {
    for (const [id, { x, y }] of places) {
      const row = drawing.rows.rowOf(id)
      if (row !== null) Object.assign(row, { x, y })
    }
    drawing.changed()
  },
})

function tellTitles({ rows }: Drawing, painter: Painter, nodes: Delta['added']['nodes']): void {
  if (nodes.length === 0) return
  painter.titles(
    nodes.map(({ id, title }): [number, string] => [rows.nodeAt.get(id) ?? -1, shortTitle(title)]),
  )
}
