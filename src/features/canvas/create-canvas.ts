import type { Delta, Graph, NodeId } from '@shared/graph'
import type { Point } from '../layout'
import type { Theme } from '../picture'
import type { Canvas, CanvasEvents, Mount } from './canvas'
import { createListeners } from './listeners'
import { createCytoscapeCanvas } from './cytoscape/cytoscape-canvas'
import { createVastCanvas } from './vast'

/**
 * Nodes from which on Cytoscape no longer draws at ease, and those down to which it takes over
 * again; measured in bench/RESULTS.md. Apart, so that one node more or less does not switch.
 */
const many = 400
const few = 300

/** Draws the graph by whichever way suits its size; what was said to one is said to the other. */
export function createCanvas(mount: Mount, events: CanvasEvents, theme: Theme): Canvas {
  let isVast = false
  const frames = createListeners()
  let drawn = createCytoscapeCanvas(mount, events, theme)
  drawn.onFrame(frames.tell)
  /** The last of each thing said, to be said again to the next. */
  const said = new Map<string, (canvas: Canvas) => void>()
  const say = (key: string, tell: (canvas: Canvas) => void): void => {
    said.set(key, tell)
    tell(drawn)
  }
  const replace = (graph: Graph, known: ReadonlyMap<NodeId, Point>): void => {
    const places = new Map([...known, ...drawn.positions()])
    const viewport = drawn.viewport()
    drawn.destroy()
    drawn = isVast
      ? createVastCanvas(mount, events, theme)
      : createCytoscapeCanvas(mount, events, theme)
    drawn.onFrame(frames.tell)
    drawn.setViewport(viewport)
    drawn.apply(wholeOf(graph), graph, places)
    for (const tell of said.values()) tell(drawn)
  }
  return {
    apply: (delta, graph, known = new Map()) => {
      const size = graph.nodes.size
      const wasVast = isVast
      isVast = isVast ? size > few : size > many
      if (isVast === wasVast) drawn.apply(delta, graph, known)
      else replace(graph, known)
    },
    know: (states) => say('know', (canvas) => canvas.know(states)),
    allowConnecting: (may) => say('connect', (canvas) => canvas.allowConnecting(may)),
    look: (look) => say('look', (canvas) => canvas.look(look)),
    mark: (marks) => say('mark', (canvas) => canvas.mark(marks)),
    match: (match) => say('match', (canvas) => canvas.match(match)),
    fold: (folds) => say('fold', (canvas) => canvas.fold(folds)),
    compare: (difference) => say('compare', (canvas) => canvas.compare(difference)),
    select: (nodes, edges) => say('select', (canvas) => canvas.select(nodes, edges)),
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
    boxOf: (id) => drawn.boxOf(id),
    walk: (from, heading) => drawn.walk(from, heading),
    positions: () => drawn.positions(),
    place: (places) => drawn.place(places),
    visiblePlaces: () => drawn.visiblePlaces(),
    visibleNodes: () => drawn.visibleNodes(),
    onFrame: frames.add,
    resize: () => drawn.resize(),
    destroy: () => drawn.destroy(),
  }
}

/** A whole graph as what came. */
const wholeOf = (graph: Graph): Delta => ({
  added: { nodes: [...graph.nodes.values()], edges: [...graph.edges.values()] },
  changed: { nodes: [], edges: [] },
  removed: { nodes: [], edges: [] },
})
