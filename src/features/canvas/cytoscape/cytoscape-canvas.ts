import cytoscape, {
  type Core,
  type EdgeSingular,
  type EventObject,
  type NodeSingular,
} from 'cytoscape'
import { type Delta, EdgeId, endsOf, type Graph, type KnowledgeState, NodeId } from '@shared/graph'
import { placeDelta, type Point } from '../../layout'
import type { Theme } from '../../picture'
import { createArranger } from '../arrange'
import { camera } from './camera'
import type { Canvas, CanvasEvents, Look, Mount, Placed, Spot } from '../canvas'
import { connectGesture } from '../gesture/connect-gesture'
import { cytoscapeGround } from './cytoscape-ground'
import { cytoscapeStage } from './cytoscape-stage'
import { drawDifference } from './difference'
import { edgeElement, nodeData, nodeElement } from './elements'
import { drawFolds, moveLines } from './folds'
import { showKnowledge } from './knowledge'
import { labelLayer } from './label-layer'
import { createMarker } from './marks'
import { drawMatch } from './match'
import { reveal } from './reveal'
import { canvasStyle } from './style'
import { isVisible, visibleNodes } from './visible'
import { walk } from '../walk'

/** Cytoscape adds a style element of its own unless one with this id is there; the CSP forbids it. */
function claimCytoscapeStyle(): void {
  const id = '__________cytoscape_stylesheet'
  if (document.getElementById(id) !== null) return
  const holder = document.createElement('meta')
  holder.id = id
  document.head.append(holder)
}

/** Drawn by Cytoscape: every nicety, for as many nodes as it can move at ease. */
export function createCytoscapeCanvas(mount: Mount, events: CanvasEvents, theme: Theme): Canvas {
  claimCytoscapeStyle()
  const cy = cytoscape({
    container: mount.surface,
    style: canvasStyle(theme, new Map()),
    minZoom: 0.03,
    maxZoom: 4,
    boxSelectionEnabled: true,
    selectionType: 'single',
  })
  const { fitNow } = camera(cy)
  const arranger = createArranger(cytoscapeStage(cy, fitNow))
  const marker = createMarker(cy)
  let knowledge: ReadonlyMap<NodeId, KnowledgeState> = new Map()
  let look: Look = { theme, looks: new Map() }
  const unlisten = listen(cy, events)
  const endLabels = labelLayer(cy)
  let mayConnect = true
  const ground = cytoscapeGround(cy)
  const endGesture = connectGesture({
    ground,
    frame: mount.frame,
    overlay: mount.overlay,
    enabled: () => mayConnect,
    onDrop: events.onDrop,
  })

  return {
    apply: (delta, graph, known = new Map()) =>
      cy.batch(() => {
        // A node takes its lines along, also those that only lead to it while a group is folded.
        if (delta.removed.nodes.length > 0) moveLines(cy, new Map())
        for (const id of [...delta.removed.edges, ...delta.removed.nodes])
          cy.getElementById(id).remove()
        addNodes(cy, delta, graph, { knowledge, known })
        for (const relation of delta.added.edges) {
          const drawn = cy.getElementById(relation.id)
          if (drawn.empty()) cy.add(edgeElement(relation))
          else drawn.removeClass('ghost named')
        }
        for (const node of delta.changed.nodes) cy.getElementById(node.id).data(nodeData(node))
        for (const id of touchedBy(delta)) {
          cy.getElementById(id).data('degree', graph.incident.get(id)?.size ?? 0)
        }
        marker.markNew([...delta.added.nodes, ...delta.added.edges].map(({ id }) => id))
      }),
    know: (states) => {
      const changed = [...states].filter(([id, state]) => knowledge.get(id) !== state)
      knowledge = states
      cy.batch(() => showKnowledge(cy, changed))
    },
    allowConnecting: (may) => {
      mayConnect = may
    },
    mark: (marks) => cy.batch(() => marker.mark(marks)),
    match: (match) => cy.batch(() => drawMatch(cy, match)),
    fold: (folds) => cy.batch(() => drawFolds(cy, folds)),
    compare: (difference) => cy.batch(() => drawDifference(cy, difference)),
    look: (next) => {
      if (isSameLook(look, next)) return
      look = next
      cy.style(canvasStyle(next.theme, next.looks))
    },
    select: (nodes, edges) =>
      cy.batch(() => {
        const wanted = new Set<string>([...nodes, ...edges])
        cy.elements(':selected').forEach((element) => {
          if (!wanted.has(element.id())) element.unselect()
        })
        for (const id of wanted) {
          const element = cy.getElementById(id)
          if (!element.selected()) element.select()
        }
      }),
    arrange: arranger.arrange,
    stopArranging: arranger.cancel,
    ...camera(cy),
    reveal: (ids) => reveal(cy, [ids].flat()),
    boxOf: (id) => {
      const element = cy.getElementById(id)
      if (element.empty() || !isVisible(element)) return null
      const box = element.renderedBoundingBox({ includeLabels: false, includeOverlays: false })
      return { x: box.x1, y: box.y1, width: box.w, height: box.h }
    },
    walk: (from, heading) => walk(from, heading, visiblePlaces(cy), visibleNear(cy, from)),
    positions: () => cy.nodes().map((node) => [idOf(node), { ...node.position() }]),
    place: (places) =>
      cy.batch(() => {
        for (const [id, point] of places) cy.getElementById(id).position({ ...point })
      }),
    visiblePlaces: () => [...visiblePlaces(cy)],
    visibleNodes: () => visibleNodes(cy).map((node) => idOf(node)),
    onFrame: ground.onFrame,
    resize: () => void cy.resize(),
    destroy: () => {
      arranger.cancel()
      endGesture()
      endLabels()
      unlisten()
      cy.destroy()
    },
  }
}

const isSameLook = (one: Look, other: Look): boolean =>
  one.theme === other.theme && JSON.stringify([...one.looks]) === JSON.stringify([...other.looks])

function visiblePlaces(cy: Core): Map<NodeId, Point> {
  const all = new Map<NodeId, Point>()
  visibleNodes(cy).forEach((node) => {
    all.set(idOf(node), { ...node.position() })
  })
  return all
}

const visibleNear = (cy: Core, from: NodeId): Set<NodeId> =>
  new Set(cy.getElementById(from).neighborhood('node').nodes().filter(isVisible).nodes().map(idOf))

const idOf = (node: { id: () => string }): NodeId => NodeId.parse(node.id())

type Beside = {
  readonly knowledge: ReadonlyMap<NodeId, KnowledgeState>
  readonly known: ReadonlyMap<NodeId, Point>
}

function addNodes(cy: Core, delta: Delta, graph: Graph, { knowledge, known }: Beside): void {
  const standing = new Map(cy.nodes().map((node): Placed => [idOf(node), { ...node.position() }]))
  const spots = placeDelta(delta, graph, standing, known)
  for (const node of delta.added.nodes) {
    if (cy.getElementById(node.id).nonempty()) continue
    cy.add(nodeElement(node, spots.get(node.id) ?? { x: 0, y: 0 }, knowledge.get(node.id)))
  }
}

/** Nodes whose number of relations may have changed. */
const touchedBy = (delta: Delta): Set<NodeId> =>
  new Set([
    ...delta.added.edges.flatMap(({ source, target }) => [source, target]),
    ...delta.removed.edges.flatMap((id) => endsOf(id)),
  ])

function listen(cy: Core, events: CanvasEvents): () => void {
  let queued = false
  const onSelection = () => {
    if (queued) return
    queued = true
    queueMicrotask(() => {
      queued = false
      if (cy.destroyed()) return
      const nodes = cy.nodes(':selected').map((node) => idOf(node))
      const edges = cy.edges(':selected').map((edge) => EdgeId.parse(edge.id()))
      events.onSelect(nodes, edges)
    })
  }
  cy.on('select unselect', onSelection)
  cy.on('dbltap', 'node', (event: EventObject) =>
    events.onExpand(idOf(event.target as NodeSingular)),
  )
  cy.on('dbltap', 'edge', (event: EventObject) =>
    events.onOpen(EdgeId.parse((event.target as EdgeSingular).id())),
  )
  cy.on('cxttap', (event: EventObject) => {
    const original = event.originalEvent
    events.onMenu(spotOf(cy, event), { x: original.clientX, y: original.clientY })
  })
  watchDrags(cy, events.onMove)
  const stopHover = dimOnHover(cy)
  return () => {
    stopHover()
    cy.removeAllListeners()
  }
}

/** A drag takes the selected nodes along; it is told once, when it is over. */
function watchDrags(cy: Core, onMove: CanvasEvents['onMove']): void {
  let before: Placed[] = []
  let queued = false
  cy.on('grab', 'node', (event: EventObject) => {
    const node = event.target as NodeSingular
    const taken = cy
      .collection()
      .union(node)
      .union(node.selected() ? cy.nodes(':selected') : node)
    before = taken.nodes().map((one) => [idOf(one), { ...one.position() }])
  })
  cy.on('dragfree', 'node', () => {
    if (queued) return
    queued = true
    queueMicrotask(() => {
      queued = false
      if (cy.destroyed()) return
      const after = before.map(([id]): Placed => [id, { ...cy.getElementById(id).position() }])
      if (after.length > 0) onMove(before, after)
    })
  })
}

function spotOf(cy: Core, event: EventObject): Spot {
  if (event.target === cy) return { kind: 'background' }
  const element = event.target as NodeSingular | EdgeSingular
  return element.isNode()
    ? { kind: 'node', id: idOf(element) }
    : { kind: 'edge', id: EdgeId.parse(element.id()) }
}

const manyElements = 4000

/** Hovering dims what is not related; with a delay, so that crossing the picture does not flicker. */
function dimOnHover(cy: Core): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const clear = () => {
    clearTimeout(timer)
    cy.batch(() => cy.elements('.dim, .named').not('.ghost').removeClass('dim named'))
  }
  cy.on('mouseover', 'node, edge', (event: EventObject) => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      if (cy.destroyed()) return
      const element = event.target as NodeSingular | EdgeSingular
      const bright = element.isEdge()
        ? cy.collection().union(element).union(element.connectedNodes())
        : cy.collection().union(element.closedNeighborhood())
      cy.batch(() => {
        // To dim thousands takes longer than a glance; there only what is near is named.
        if (cy.elements().length < manyElements) cy.elements().not(bright).addClass('dim')
        bright.edges().addClass('named')
      })
    }, 120)
  })
  cy.on('mouseout', 'node, edge', clear)
  cy.on('grab', clear)
  return () => clearTimeout(timer)
}
