import cytoscape, {
  type Core,
  type EdgeSingular,
  type EventObject,
  type NodeSingular,
} from 'cytoscape'
import { type Delta, emptyGraph, type Graph, type NodeId } from '@shared/graph'
import { placeDelta, type Point } from '../../layout'
import { emptyPicture, type Looks, type Picture, type Pointed, rulesOf } from '../../picture'
import { createArranger } from '../arrange'
import type { Canvas, CanvasEvents, Mount, Placed, Spot } from '../canvas'
import { coversOf, watchCovers } from '../covers'
import { connectGesture } from '../gesture'
import { isControlPress } from '../menu-press'
import { tellAim } from '../tell-aim'
import { walk } from '../walk'
import { watchWheel } from '../wheel'
import { bodyOnScreen } from './bodies'
import { camera } from './camera'
import { cytoscapeGround } from './cytoscape-ground'
import { cytoscapeStage } from './cytoscape-stage'
import { drawPicture, moveBack } from './draw-picture'
import { edgeElement, edgeIdOf, nodeElement, nodeIdOf } from './elements'
import { createHover, meantBy } from './hover'
import { labelLayer } from './label-layer'
import { createShapes, type Held, type Shapes } from './shapes'
import { canvasStyle } from './style'
import { createTeller } from './tell-selection'
import { isVisible, visibleNodes } from './visible'

/** Cytoscape adds a style element of its own unless one with this id is there; the CSP forbids it. */
function claimCytoscapeStyle(): void {
  const id = '__________cytoscape_stylesheet'
  if (document.getElementById(id) !== null) return
  const holder = document.createElement('meta')
  holder.id = id
  document.head.append(holder)
}

/** Drawn by Cytoscape: every nicety, for as many nodes as it can move at ease. */
export function createCytoscapeCanvas(mount: Mount, events: CanvasEvents, looks: Looks): Canvas {
  claimCytoscapeStyle()
  const cy = cytoscape({
    container: mount.surface,
    style: canvasStyle(looks.palette),
    minZoom: 0.03,
    maxZoom: 4,
    boxSelectionEnabled: true,
    selectionType: 'single',
  })
  const screen = () => ({
    width: cy.width(),
    height: cy.height(),
    covers: coversOf(mount.frame),
  })
  const drawn = createDrawn(cy, looks)
  const sight = camera(cy, screen, drawn.isInside)
  const arranger = createArranger(
    cytoscapeStage(cy, {
      fitNow: sight.fitNow,
      pinned: () => drawn.picture().pinned,
      screen,
      shapes: drawn.shapes,
    }),
  )
  const hover = createHover(cy, mount.surface, (near) => drawn.point({ near }), events.onRest)
  listen(cy, events, drawn)
  const labels = labelLayer(cy, () => coversOf(mount.frame))
  const endCovers = watchCovers(mount.frame, labels.later)
  const endWheel = watchWheel(mount.frame, (factor, spot) => {
    cy.zoom({ level: cy.zoom() * factor, renderedPosition: { ...spot } })
  })
  const endPress = watchControlPress(mount.frame, (at) => events.onMenu(hover.spot(), at))
  let mayConnect = true
  const ground = cytoscapeGround(cy, hover, (aim) => drawn.point({ aim }), drawn.shapes)
  const endGesture = connectGesture({
    ground,
    frame: mount.frame,
    overlay: mount.overlay,
    enabled: () => mayConnect,
    onDrop: events.onDrop,
    onRing: events.onRing,
    onAim: tellAim(events),
  })

  return {
    apply: drawn.apply,
    show: drawn.show,
    dress: drawn.dress,
    allowConnecting: (may) => {
      mayConnect = may
    },
    arrange: arranger.arrange,
    stopArranging: arranger.cancel,
    ...sight,
    boxOf: (id) => {
      const element = cy.getElementById(id)
      if (element.empty() || !isVisible(element)) return null
      const box = bodyOnScreen(element)
      return { x: box.x1, y: box.y1, width: box.w, height: box.h }
    },
    walk: (from, heading) => {
      const near = cy.getElementById(from).neighborhood().nodes().filter(isVisible).nodes()
      return walk(from, heading, visiblePlaces(cy), new Set(near.map(nodeIdOf)))
    },
    positions: () => placesIn(cy, drawn.shapes),
    place: (places) => cy.batch(() => drawn.shapes.place(places)),
    visiblePlaces: () => [...visiblePlaces(cy)],
    visibleNodes: () => visibleNodes(cy).map(nodeIdOf),
    onFrame: ground.onFrame,
    resize: () => void cy.resize(),
    destroy: () => {
      arranger.cancel()
      endGesture()
      endCovers()
      labels.end()
      endWheel()
      endPress()
      hover.destroy()
      cy.removeAllListeners()
      cy.destroy()
    },
  }
}

/** The graph and its picture as they are drawn at the moment. */
function createDrawn(cy: Core, firstLooks: Looks) {
  let looks = firstLooks
  let graph: Graph = emptyGraph
  let picture: Picture = emptyPicture
  let pointed: Pointed = { aim: null, near: null }
  const selection = createTeller(cy)
  const shapes = createShapes(cy)
  const draw = () =>
    cy.batch(() => {
      const rules = rulesOf(picture, pointed)
      drawPicture(cy, { graph, picture, rules, looks })
      shapes.show(rules.standing.groups)
    })
  return {
    picture: () => picture,
    isInside: (id: NodeId) =>
      picture.level !== 'pages' && rulesOf(picture, pointed).standing.away.has(id),
    selection,
    shapes,
    apply: (delta: Delta, next: Graph, known: ReadonlyMap<NodeId, Point> = new Map()) => {
      graph = next
      cy.batch(() => {
        if (delta.removed.nodes.length > 0) moveBack(cy)
        for (const id of [...delta.removed.edges, ...delta.removed.nodes])
          cy.getElementById(id).remove()
        addNodes(cy, delta, next, { known, standing: placesIn(cy, shapes) })
        for (const relation of delta.added.edges) {
          if (cy.getElementById(relation.id).empty()) cy.add(edgeElement(relation))
        }
      })
      draw()
      selection.tell(picture.selection)
    },
    show: (next: Picture) => {
      picture = next
      draw()
      selection.tell(next.selection)
    },
    point: (part: Partial<Pointed>) => {
      pointed = { ...pointed, ...part }
      draw()
    },
    dress: (next: Looks) => {
      looks = next
      cy.style(canvasStyle(next.palette))
      draw()
    },
  }
}
export type Drawn = ReturnType<typeof createDrawn>

/** Where each node stands itself. */
const placesIn = (cy: Core, { placeOf }: Shapes): Placed[] =>
  cy.nodes().map((node): Placed => {
    const id = nodeIdOf(node)
    return [id, placeOf(id) ?? { ...node.position() }]
  })

function visiblePlaces(cy: Core): Map<NodeId, Point> {
  return new Map(visibleNodes(cy).map((node): Placed => [nodeIdOf(node), { ...node.position() }]))
}

type Places = ReadonlyMap<NodeId, Point>

function addNodes(
  cy: Core,
  delta: Delta,
  graph: Graph,
  { known, standing }: { readonly known: Places; readonly standing: readonly Placed[] },
): void {
  const spots = placeDelta(delta, graph, new Map(standing), known)
  for (const node of delta.added.nodes) {
    if (cy.getElementById(node.id).nonempty()) continue
    cy.add(nodeElement(node, spots.get(node.id) ?? { x: 0, y: 0 }))
  }
}

function listen(cy: Core, events: CanvasEvents, drawn: Drawn): void {
  cy.on('dbltap', 'node', (event: EventObject) =>
    events.onExpand(nodeIdOf(event.target as NodeSingular)),
  )
  cy.on('dbltap', 'edge', (event: EventObject) =>
    events.onOpen(edgeIdOf(event.target as EdgeSingular)),
  )
  cy.on('cxttap', (event: EventObject) => {
    const original = event.originalEvent
    const { target } = event as { target: Core | NodeSingular | EdgeSingular }
    const spot: Spot = target === cy ? { kind: 'background' } : meantBy(target as NodeSingular)
    events.onMenu(spot, { x: original.clientX, y: original.clientY })
  })
  drawn.selection.listen(events.onSelect)
  watchDrags(cy, drawn.shapes, events.onMove)
}

/** A press with Control on a Mac is one for the menu, and none for Cytoscape. Returns how to stop. */
function watchControlPress(
  frame: HTMLElement,
  onMenu: (at: { x: number; y: number }) => void,
): () => void {
  const onDown = (event: MouseEvent) => {
    if (!isControlPress(event)) return
    event.stopPropagation()
    onMenu({ x: event.clientX, y: event.clientY })
  }
  frame.addEventListener('mousedown', onDown, true)
  return () => frame.removeEventListener('mousedown', onDown, true)
}

/** A drag takes the selected nodes along; it is told once, when it is over. */
function watchDrags(cy: Core, shapes: Shapes, onMove: CanvasEvents['onMove']): void {
  let held: Held[] = []
  let queued = false
  let isDragging = false
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isDragging) return
    event.preventDefault()
    event.stopPropagation()
    isDragging = false
    const taken = held
    held = []
    // What may not be grabbed does not follow the pointer any more.
    for (const { id, was } of taken)
      cy.getElementById(id)
        .ungrabify()
        .position({ ...was })
    cy.one('free', 'node', () => {
      for (const { id } of taken) cy.getElementById(id).grabify()
    })
  }
  window.addEventListener('keydown', onKey, true)
  cy.one('destroy', () => window.removeEventListener('keydown', onKey, true))
  cy.on('drag', 'node', () => {
    isDragging = held.length > 0
  })
  cy.on('grab', 'node', (event: EventObject) => {
    const node = event.target as NodeSingular
    const taken = cy
      .collection()
      .union(node)
      .union(node.selected() ? cy.nodes(':selected') : node)
    held = shapes.hold(taken.nodes().toArray())
  })
  cy.on('dragfree', 'node', () => {
    isDragging = false
    if (queued) return
    queued = true
    queueMicrotask(() => {
      queued = false
      if (cy.destroyed()) return
      const { before, after } = shapes.letGo(held)
      if (after.length > 0) onMove(before, after)
    })
  })
}
