import { debounce } from 'es-toolkit'
import { type Crowd, levelFor, type PictureModel, shapesIn, shownOf } from '../picture'
import type { GraphModel } from '../graph'
import type { View } from '../view'
import type { Canvas } from './canvas'
import { areaOf } from './area'

/** Who stands where is asked when the picture has rested for so long, ms. */
const rest = 150

type Parts = {
  readonly graph: GraphModel
  readonly view: View
  readonly picture: PictureModel
}

/** Tells the view what the zoom has room for, wherever levels go by it. Returns how to stop. */
export function watchRoom(canvas: Canvas, { graph, view, picture }: Parts): () => void {
  let crowd: Crowd | null = null
  const look = () => {
    const { levels, room, drawsAll } = view.store.getState()
    if (levels !== 'zoom' || drawsAll) return
    crowd ??= crowdOf(canvas, { graph, picture })
    const next = levelFor(crowd, canvas.viewport().zoom, room)
    if (next !== room) view.setRoom(next)
  }
  const lookAgain = debounce(() => {
    crowd = null
    look()
  }, rest)
  const onFrame = () => {
    if (view.store.getState().levels !== 'zoom') return
    look()
    lookAgain()
  }
  const stops = [
    canvas.onFrame(onFrame),
    view.store.subscribe((next, old) => {
      if (next.levels !== old.levels || next.drawsAll !== old.drawsAll) onFrame()
    }),
  ]
  onFrame()
  return () => {
    lookAgain.cancel()
    for (const stop of stops) stop()
  }
}

/** How many shapes there would be at each level, and where. */
function crowdOf(canvas: Canvas, { graph, picture }: Pick<Parts, 'graph' | 'picture'>): Crowd {
  const { isNode } = shownOf(picture.store.getState())
  const places = canvas.positions().flatMap(([id, place]) => (isNode(id) ? [place] : []))
  const shapes = shapesIn(graph.store.getState().graph, isNode)
  return { ...shapes, pages: places.length, area: areaOf(places) }
}
