import type { EdgeId, NodeId } from '@shared/graph'
import type { GraphModel } from '../graph'
import type { Looks, PictureModel } from '../picture'
import type { View } from '../view'
import { actedOnAt } from './acted-on'
import type { CanvasActs } from './canvas-acts'
import type { Mount } from './canvas'
import { createCanvas } from './create-canvas'
import { watchDensity } from './density'
import { fadeOver } from './fade-over'
import type { CanvasModel } from './store'
import { tapped } from './tapped'
import { watchLevel } from './watch-level'
import { wholeOf } from './whole-of'

type Parts = {
  readonly graph: GraphModel
  readonly view: View
  readonly picture: PictureModel
  readonly canvas: CanvasModel
}

/** Draws the graph into a part of the page, and follows it there. Returns how to take it away. */
export function mountCanvas(
  mount: Mount,
  { graph, view, picture, canvas }: Parts,
  acts: () => CanvasActs,
  looks: Looks,
): () => void {
  const select = (nodes: NodeId[], edges: EdgeId[]) => {
    picture.select({ nodes, edges })
    const { focus } = view.store.getState()
    const [first] = nodes
    // Keys act on what is selected, so the keyboard goes where the selection is.
    if (first !== undefined && (focus === null || !nodes.includes(focus))) view.setFocus(first)
  }
  const drawn = createCanvas(
    mount,
    {
      onSelect: select,
      onRing: (node, adds) => {
        const { nodes, edges } = picture.store.getState().selection
        select(tapped(nodes, node, adds), adds ? [...edges] : [])
      },
      onExpand: (node) => {
        if (!picture.openFold(node)) acts().onExpand(node)
      },
      onOpen: (edge) => void picture.openFold(edge),
      onMenu: (spot, at) =>
        acts().onMenu(spot, picture.whole(actedOnAt(spot, view.store.getState())), at),
      onDrop: (drop) => acts().onDrop(drop),
      onRest: canvas.rest,
      onMove: canvas.moved,
    },
    looks,
  )
  const now = graph.store.getState().graph
  drawn.apply(wholeOf(now), now, canvas.places())
  drawn.show(picture.store.getState())
  // Keys need a node to act on: the first that is seen, where the keyboard came before there was one.
  const settle = () => {
    if (document.activeElement !== mount.frame || view.store.getState().focus !== null) return
    const [first] = drawn.visibleNodes()
    if (first !== undefined) view.setFocus(first)
  }
  let endFade = (): void => undefined
  const stops = [
    graph.onDelta((delta, next) => drawn.apply(delta, next, canvas.places())),
    picture.store.subscribe((next, old) => {
      if (next.level !== old.level) {
        endFade()
        endFade = fadeOver(mount.surface, drawn)
      }
      drawn.show(next)
      settle()
    }),
  ]
  const sizes = new ResizeObserver(() => drawn.resize())
  sizes.observe(mount.frame)
  stops.push(watchDensity(() => drawn.resize()))
  canvas.mount(drawn)
  if (canvas.places().size > 0) drawn.fitNow()
  stops.push(watchLevel(drawn, { graph, view, picture }))
  return () => {
    canvas.unmount()
    sizes.disconnect()
    endFade()
    for (const stop of stops) stop()
    drawn.destroy()
  }
}
