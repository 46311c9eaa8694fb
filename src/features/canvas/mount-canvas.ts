import type { Delta, Graph } from '@shared/graph'
import type { GraphModel } from '../graph'
import type { Picture, PictureModel, Theme } from '../picture'
import type { View } from '../view'
import type { CanvasActs } from './canvas-acts'
import type { Canvas, Mount } from './canvas'
import { createCanvas } from './create-canvas'
import type { CanvasModel } from './store'

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
  theme: Theme,
): () => void {
  const drawn = createCanvas(
    mount,
    {
      onSelect: (nodes, edges) => {
        picture.select({ nodes, edges })
        const { focus } = view.store.getState()
        const [first] = nodes
        // Keys act on what is selected, so the keyboard goes where the selection is.
        if (first !== undefined && (focus === null || !nodes.includes(focus))) view.setFocus(first)
      },
      onExpand: (node) => {
        if (!picture.openFold(node)) acts().onExpand(node)
      },
      onOpen: (edge) => void picture.openFold(edge),
      onMenu: (spot, at) => acts().onMenu(spot, at),
      onDrop: (drop) => acts().onDrop(drop),
      onMove: canvas.moved,
    },
    theme,
  )
  const now = graph.store.getState().graph
  drawn.apply(wholeOf(now), now, canvas.places())
  tell(drawn, picture.store.getState(), null)
  const stops = [
    graph.onDelta((delta, next) => drawn.apply(delta, next, canvas.places())),
    picture.store.subscribe((next, old) => tell(drawn, next, old)),
  ]
  const sizes = new ResizeObserver(() => drawn.resize())
  sizes.observe(mount.frame)
  canvas.mount(drawn)
  if (canvas.places().size > 0) drawn.fitNow()
  return () => {
    canvas.unmount()
    sizes.disconnect()
    for (const stop of stops) stop()
    drawn.destroy()
  }
}

/** A whole graph as what came. */
export const wholeOf = (graph: Graph): Delta => ({
  added: { nodes: [...graph.nodes.values()], edges: [...graph.edges.values()] },
  changed: { nodes: [], edges: [] },
  removed: { nodes: [], edges: [] },
})

const marks = [
  'ghosts',
  'leaving',
  'pinned',
  'hiddenNodes',
  'hiddenRelations',
  'within',
  'starts',
  'asking',
] as const

function tell(canvas: Canvas, now: Picture, old: Picture | null): void {
  if (old === null || marks.some((key) => now[key] !== old[key])) canvas.mark(now)
  if (now.match !== old?.match) canvas.match(now.match)
  if (now.folds !== old?.folds) canvas.fold(now.folds)
  if (now.compared !== old?.compared) canvas.compare(now.compared)
  if (now.knowledge !== old?.knowledge) canvas.know(now.knowledge)
  if (now.selection !== old?.selection) canvas.select(now.selection.nodes, now.selection.edges)
}
