import cytoscape, {
  type Core,
  type EdgeSingular,
  type EventObject,
  type NodeSingular,
} from 'cytoscape'
import { type Delta, EdgeId, endsOf, type Graph, type KnowledgeState, NodeId } from '@shared/graph'
import type { Fold } from '../fold'
import type { RelationLook, Theme } from '../relation-colours'
import { camera } from './camera'
import { connectGesture, type Drop } from './connect-gesture'
import { type Difference, drawDifference } from './difference'
import { edgeElement, nodeData, nodeElement } from './elements'
import { createArranger } from './arrange'
import { labelLayer } from './label-layer'
import { drawMatch, type Matching } from './match'
import { createMarker, type Marks } from './marks'
import { picture, type PictureOptions } from './picture'
import { drawFolds } from './folds'
import { type Newcomer, placeNewNodes, type Point } from './place-new-nodes'
import { settleNewNodes } from './settle-new-nodes'
import { reveal } from './reveal'
import { showKnowledge } from './knowledge'
import { canvasStyle, palettes } from './style'
import { type Heading, walk } from './walk'

export type Spot =
  { kind: 'node'; id: NodeId } | { kind: 'edge'; id: EdgeId } | { kind: 'background' }

/** A node and where it stands, in the picture's own px. */
export type Placed = [NodeId, Point]

export type CanvasEvents = {
  /** The selection as it is after a click, box or key. */
  onSelect: (nodes: NodeId[], edges: EdgeId[]) => void
  onExpand: (node: NodeId) => void
  /** A relation was double-clicked. */
  onOpen: (edge: EdgeId) => void
  onMenu: (spot: Spot, at: { x: number; y: number }) => void
  onDrop: (drop: Drop) => void
  /** Nodes were dragged somewhere else. */
  onMove: (before: Placed[], after: Placed[]) => void
  /** The canvas was drawn again: whoever draws over it follows. */
  onFrame: () => void
}

type Mount = { surface: HTMLElement; frame: HTMLElement; overlay: SVGSVGElement }

/** Cytoscape adds a style element of its own unless one with this id is there; the CSP forbids it. */
function claimCytoscapeStyle(): void {
  const id = '__________cytoscape_stylesheet'
  if (document.getElementById(id) !== null) return
  const holder = document.createElement('meta')
  holder.id = id
  document.head.append(holder)
}

/** The drawn graph: a projection of the model, fed with deltas. It owns positions and nothing else. */
export function createCanvas(mount: Mount, events: CanvasEvents, theme: Theme) {
  claimCytoscapeStyle()
  const cy = cytoscape({
    container: mount.surface,
    style: canvasStyle(theme, new Map()),
    minZoom: 0.03,
    maxZoom: 4,
    boxSelectionEnabled: true,
    selectionType: 'single',
  })
  const arranger = createArranger(cy)
  const marker = createMarker(cy)
  let knowledge: ReadonlyMap<NodeId, KnowledgeState> = new Map()
  let look: Look = { theme, looks: new Map() }
  const unlisten = listen(cy, events)
  const endLabels = labelLayer(cy)
  let mayConnect = true
  const endGesture = connectGesture({
    cy,
    frame: mount.frame,
    overlay: mount.overlay,
    enabled: () => mayConnect && !cy.nodes(':active').nonempty(),
    onDrop: events.onDrop,
  })

  return {
    /**
     * Draws what changed. New nodes stand where they are known to stand, or beside what they are
     * related to; old ones stay.
     */
    apply: (delta: Delta, graph: Graph, known: ReadonlyMap<NodeId, Point> = new Map()) =>
      cy.batch(() => {
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
    know: (states: ReadonlyMap<NodeId, KnowledgeState>) => {
      const changed = [...states].filter(([id, state]) => knowledge.get(id) !== state)
      knowledge = states
      cy.batch(() => showKnowledge(cy, changed))
    },
    /** Shows the halo that connects, or does not. */
    allowConnecting: (may: boolean) => {
      mayConnect = may
    },
    mark: (marks: Marks) => cy.batch(() => marker.mark(marks)),
    match: (match: Matching | null) => cy.batch(() => drawMatch(cy, match)),
    fold: (folds: readonly Fold[]) => cy.batch(() => drawFolds(cy, folds)),
    /** Draws what differs between two graphs; what is gone is drawn again beside its neighbours. */
    compare: (difference: Difference | null) => cy.batch(() => drawDifference(cy, difference)),
    look: (next: Look) => {
      if (isSameLook(look, next)) return
      look = next
      cy.style(canvasStyle(next.theme, next.looks))
    },
    select: (nodes: readonly NodeId[], edges: readonly EdgeId[]) =>
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
    ...camera(cy),
    reveal: (ids: NodeId | readonly NodeId[]) => reveal(cy, [ids].flat()),
    /** Rendered box of a node in px from the frame's corner, or null when it is not drawn. */
    boxOf: (id: string) => {
      const element = cy.getElementById(id)
      if (element.empty() || !element.visible()) return null
      const box = element.renderedBoundingBox({ includeLabels: false, includeOverlays: false })
      return { x: box.x1, y: box.y1, width: box.w, height: box.h }
    },
    walk: (from: NodeId, heading: Heading): NodeId | null => {
      const near = new Set<NodeId>()
      cy.getElementById(from)
        .neighborhood('node:visible')
        .forEach((element) => {
          near.add(NodeId.parse(element.id()))
        })
      return walk(from, heading, visiblePlaces(cy), near)
    },
    /** Where every node stands, hidden ones too. */
    positions: (): Placed[] => cy.nodes().map((node) => [idOf(node), { ...node.position() }]),
    /** Puts nodes where they are wanted. */
    place: (places: readonly Placed[]) =>
      cy.batch(() => {
        for (const [id, point] of places) cy.getElementById(id).position({ ...point })
      }),
    visiblePlaces: (): Placed[] => [...visiblePlaces(cy)],
    visibleNodes: (): NodeId[] => cy.nodes(':visible').map((node) => idOf(node)),
    picture: (options: PictureOptions) => picture(cy, options, palettes[look.theme].paper),
    resize: () => cy.resize(),
    destroy: () => {
      arranger.cancel()
      endGesture()
      endLabels()
      unlisten()
      cy.destroy()
    },
  }
}
export type Canvas = ReturnType<typeof createCanvas>

type Look = { readonly theme: Theme; readonly looks: ReadonlyMap<string, RelationLook> }

const isSameLook = (one: Look, other: Look): boolean =>
  one.theme === other.theme && JSON.stringify([...one.looks]) === JSON.stringify([...other.looks])

function visiblePlaces(cy: Core): Map<NodeId, Point> {
  const all = new Map<NodeId, Point>()
  cy.nodes(':visible').forEach((node) => {
    all.set(idOf(node), { ...node.position() })
  })
  return all
}

const idOf = (node: { id: () => string }): NodeId => NodeId.parse(node.id())

function addNodes(
  cy: Core,
  delta: Delta,
  graph: Graph,
  {
    knowledge,
    known,
  }: {
    knowledge: ReadonlyMap<NodeId, KnowledgeState>
    known: ReadonlyMap<NodeId, Point>
  },
): void {
  const placed = new Map<NodeId, Point>()
  const newcomers: Newcomer[] = delta.added.nodes.map(({ id }) => ({
    id,
    near: neighboursOf(graph, id),
  }))
  cy.nodes().forEach((node) => {
    placed.set(idOf(node), { ...node.position() })
  })
  for (const { id } of delta.added.nodes) {
    const spot = known.get(id)
    if (spot !== undefined) placed.set(id, spot)
  }
  const unplaced = newcomers.filter(({ id }) => !placed.has(id))
  const spots = settleNewNodes(placed, placeNewNodes(placed, unplaced), unplaced)
  for (const node of delta.added.nodes) {
    if (cy.getElementById(node.id).empty())
      cy.add(
        nodeElement(
          node,
          spots.get(node.id) ?? known.get(node.id) ?? { x: 0, y: 0 },
          knowledge.get(node.id),
        ),
      )
  }
}

/** Nodes whose number of relations may have changed. */
const touchedBy = (delta: Delta): Set<NodeId> =>
  new Set([
    ...delta.added.edges.flatMap(({ source, target }) => [source, target]),
    ...delta.removed.edges.flatMap((id) => endsOf(id)),
  ])

const neighboursOf = (graph: Graph, id: NodeId): NodeId[] =>
  [...(graph.incident.get(id) ?? [])].flatMap((edge) => {
    const relation = graph.edges.get(edge)
    if (relation === undefined) return []
    return relation.source === id ? [relation.target] : [relation.source]
  })

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
  cy.on('render', events.onFrame)
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
