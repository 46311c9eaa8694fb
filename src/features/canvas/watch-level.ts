import type { Graph } from '@shared/graph'
import {
  type Crowd,
  fewestForLevels,
  levelFor,
  type PictureModel,
  shapesIn,
  shownOf,
} from '../picture'
import type { GraphModel } from '../graph'
import type { View } from '../view'
import { areaOf } from './area'
import type { Canvas } from './canvas'

/** After a frame, who stands where is asked so much later at the least, ms. */
const rest = 250
/** It costs what is there and not what came, so it waits so many times as long as it took. */
const share = 50
/** What was found is true for so long, ms, unless the graph is another: nodes are moved, too. */
const trueFor = 3_000

type Parts = {
  readonly graph: GraphModel
  readonly view: View
  readonly picture: PictureModel
}

/** Tells the view what the zoom has room for, wherever levels go by it. Returns how to stop. */
export function watchLevel(canvas: Canvas, { graph, view, picture }: Parts): () => void {
  let known: { readonly crowd: Crowd; readonly of: Graph; readonly at: number } | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let pause = rest

  const model = () => graph.store.getState().graph
  const find = () => {
    const began = performance.now()
    known = { crowd: crowdOf(canvas, model(), picture), of: model(), at: began }
    pause = Math.max(rest, (performance.now() - began) * share)
  }
  const look = () => {
    const { room } = view.store.getState()
    const isFew = model().nodes.size < fewestForLevels
    if (known === null && !isFew) find()
    const next =
      isFew || known === null ? 'pages' : levelFor(known.crowd, canvas.viewport().zoom, room)
    if (next !== room) view.setRoom(next)
  }
  const later = () => {
    timer = undefined
    if (!isWanted()) return
    const isOld = known?.of !== model() || performance.now() - known.at > trueFor
    if (isOld) known = null
    look()
  }
  const isWanted = () => {
    const { levels, drawsAll } = view.store.getState()
    return levels === 'zoom' && !drawsAll
  }
  const onFrame = () => {
    if (!isWanted()) return
    look()
    timer ??= setTimeout(later, pause)
  }
  const stops = [
    canvas.onFrame(onFrame),
    view.store.subscribe((next, old) => {
      if (next.levels === old.levels && next.drawsAll === old.drawsAll) return
      // A layout has put all elsewhere.
      known = null
      onFrame()
    }),
  ]
  onFrame()
  return () => {
    clearTimeout(timer)
    for (const stop of stops) stop()
  }
}

/** How many shapes there would be at each level, and where. */
function crowdOf(canvas: Canvas, graph: Graph, picture: PictureModel): Crowd {
  const { isNode } = shownOf(picture.store.getState())
  const places = canvas.positions().flatMap(([id, place]) => (isNode(id) ? [place] : []))
  return { ...shapesIn(graph, isNode), pages: places.length, area: areaOf(places) }
}
