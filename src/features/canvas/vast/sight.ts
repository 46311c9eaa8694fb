import type { NodeId } from '@shared/graph'
import type { Canvas, Placed } from '../canvas'
import { around, closeUpOf, revealed, viewportOf } from '../fit'
import type { ScreenSize } from '../free-room'
import { calmly } from '../motion'
import { walk } from '../walk'
import { type Drawing, extentOfNodes } from './drawing'
import type { Lens } from './lens'
import { extentOf, type View } from './view'

type Sight = Pick<
  Canvas,
  | 'fit'
  | 'fitNow'
  | 'zoomBy'
  | 'extent'
  | 'centreOn'
  | 'viewport'
  | 'setViewport'
  | 'reveal'
  | 'closeUp'
  | 'boxOf'
  | 'walk'
  | 'visiblePlaces'
  | 'visibleNodes'
  | 'spread'
>

/** What is drawn and where it is seen. */
export function createSight(
  drawing: Drawing,
  lens: Lens,
  size: () => ScreenSize,
  view: () => View,
): Sight {
  const all = () => [...drawing.current().nodes.row.keys()]
  const spread = () => {
    const { x, y } = drawing.current().nodes
    const drawn = all().map((at) => ({ x: x[at] ?? 0, y: y[at] ?? 0 }))
    return [...drawn, ...drawing.insideShapes()]
  }
  const fitted = () => {
    const box = extentOfNodes(drawing.current(), all())
    if (box === null) return lens.viewport()
    const points = spread()
    return viewportOf(around(box, points), points, size())
  }
  const visiblePlaces = () => {
    const { x, y } = drawing.current().nodes
    return all().flatMap((at): Placed[] => {
      const id = drawing.idAt(at)
      return id === null ? [] : [[id, { x: x[at] ?? 0, y: y[at] ?? 0 }]]
    })
  }
  return {
    fit: () => lens.travel(fitted(), calmly(220)),
    fitNow: () => lens.put(fitted()),
    zoomBy: lens.zoomBy,
    extent: () => extentOf(view()),
    centreOn: lens.centreOn,
    viewport: lens.viewport,
    setViewport: lens.put,
    reveal: (ids) => {
      const places = [ids]
        .flat()
        .map((id) => drawing.placeOf(id))
        .filter((at) => at >= 0)
      const box = extentOfNodes(drawing.current(), places)
      const next = box === null ? null : revealed(box, view(), size())
      if (next !== null) lens.travel(next, calmly(220))
    },
    closeUp: (ids, isInto) => {
      const points = ids.flatMap((id) => drawing.rows.rowOf(id) ?? [])
      const next = closeUpOf(points, lens.viewport(), size(), isInto)
      if (next !== null) lens.travel(next, calmly(320))
      return next !== null
    },
    boxOf: (id) => boxOf(drawing, lens, id),
    walk: (from, heading) =>
      walk(from, heading, new Map(visiblePlaces()), neighboursOf(drawing, from)),
    visiblePlaces,
    spread,
    visibleNodes: () => all().flatMap((at) => drawing.idAt(at) ?? []),
  }
}

function boxOf(drawing: Drawing, lens: Lens, id: NodeId) {
  const at = drawing.placeOf(id)
  if (at < 0) return null
  const { nodes } = drawing.current()
  const { zoom, pan } = lens.viewport()
  const width = (nodes.width[at] ?? 0) * zoom
  const height = (nodes.height[at] ?? 0) * zoom
  return {
    x: (nodes.x[at] ?? 0) * zoom + pan.x - width / 2,
    y: (nodes.y[at] ?? 0) * zoom + pan.y - height / 2,
    width,
    height,
  }
}

/** Drawn nodes at the other ends of a node's lines. */
function neighboursOf(drawing: Drawing, from: NodeId): Set<NodeId> {
  const at = drawing.placeOf(from)
  const { lines } = drawing.current()
  const near = new Set<NodeId>()
  lines.from.forEach((end, line) => {
    const other = end === at ? lines.to[line] : lines.to[line] === at ? end : undefined
    const id = other === undefined ? null : drawing.idAt(other)
    if (id !== null) near.add(id)
  })
  return near
}
