import type { Graph, NodeId } from '@shared/graph'
import type { Point } from '../layout'
import type { Looks, Picture } from '../picture'
import type { Canvas, CanvasEvents, Mount } from './canvas'
import { createListeners } from '@shared/listeners'
import { createCytoscapeCanvas } from './cytoscape'
import { createVastCanvas } from './vast'
import { layStill } from './still'
import { wholeOf } from './whole-of'

/**
 * Nodes from which on Cytoscape no longer draws at ease, and those down to which it takes over
 * again; measured in bench/RESULTS.md. Apart, so that one node more or less does not switch.
 */
const many = 400
const few = 300

/** Draws the graph by whichever way suits its size; what was said to one is said to the other. */
export function createCanvas(mount: Mount, events: CanvasEvents, firstLooks: Looks): Canvas {
  let isVast = false
  const frames = createListeners()
  let drawn = createCytoscapeCanvas(mount, events, firstLooks)
  drawn.onFrame(frames.tell)
  /** What the next canvas is told first. */
  let [looks, picture, may]: [Looks, Picture | null, boolean] = [firstLooks, null, true]
  const replace = (graph: Graph, known: ReadonlyMap<NodeId, Point>): void => {
    const places = new Map([...known, ...drawn.positions()])
    const viewport = drawn.viewport()
    // Nobody sees an empty frame between one that draws and the other.
    const { lift } = layStill(mount.surface)
    drawn.destroy()
    drawn = isVast
      ? createVastCanvas(mount, events, looks)
      : createCytoscapeCanvas(mount, events, looks)
    drawn.onFrame(frames.tell)
    const stopWaiting = drawn.onFrame(() => {
      stopWaiting()
      lift()
    })
    drawn.setViewport(viewport)
    drawn.apply(wholeOf(graph), graph, places)
    if (picture !== null) drawn.show(picture)
    drawn.allowConnecting(may)
  }
  return {
    apply: (delta, graph, known = new Map()) => {
      const size = graph.nodes.size
      const wasVast = isVast
      const isFirst = size > 0 && size === delta.added.nodes.length
      isVast = isVast ? size > few : size > many
      if (isVast === wasVast) drawn.apply(delta, graph, known)
      else replace(graph, known)
      // The corner of the canvas is the middle of a picture that nobody has moved yet.
      if (isFirst) drawn.fitNow()
    },
    show: (next) => {
      picture = next
      drawn.show(next)
    },
    dress: (next) => {
      looks = next
      drawn.dress(next)
    },
    allowConnecting: (next) => {
      may = next
      drawn.allowConnecting(next)
    },
    arrange: (...how) => drawn.arrange(...how),
    stopArranging: () => drawn.stopArranging(),
    fit: () => drawn.fit(),
    fitNow: () => drawn.fitNow(),
    zoomBy: (factor) => drawn.zoomBy(factor),
    extent: () => drawn.extent(),
    centreOn: (point) => drawn.centreOn(point),
    viewport: () => drawn.viewport(),
    setViewport: (viewport) => drawn.setViewport(viewport),
    reveal: (ids) => drawn.reveal(ids),
    closeUp: (ids, isInto) => drawn.closeUp(ids, isInto),
    boxOf: (id) => drawn.boxOf(id),
    walk: (from, heading) => drawn.walk(from, heading),
    positions: () => drawn.positions(),
    place: (places) => drawn.place(places),
    visiblePlaces: () => drawn.visiblePlaces(),
    visibleNodes: () => drawn.visibleNodes(),
    spread: () => drawn.spread(),
    onFrame: frames.add,
    resize: () => drawn.resize(),
    destroy: () => drawn.destroy(),
  }
}
