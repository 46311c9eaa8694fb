import type { Delta, EdgeId, Graph, NodeId } from '@shared/graph'
import type { LayoutName, Point } from '../layout'
import type { Looks, Picture } from '../picture'
import type { GroupOf, SectionOf } from './arrange'
import type { Drop } from './gesture'
import type { Heading } from './walk'

export type Spot =
  { kind: 'node'; id: NodeId } | { kind: 'edge'; id: EdgeId } | { kind: 'background' }

/** What the pointer rests on, and where. */
export type Rest = {
  readonly spot: Exclude<Spot, { kind: 'background' }>
  readonly at: Point
}

/** A node and where it stands, in the picture's own px. */
export type Placed = [NodeId, Point]

export type CanvasEvents = {
  /** The selection as it is after a click, box or key. */
  onSelect: (nodes: NodeId[], edges: EdgeId[]) => void
  onExpand: (node: NodeId) => void
  /** A relation was double-clicked. */
  onOpen: (edge: EdgeId) => void
  onMenu: (spot: Spot, at: { x: number; y: number }) => void
  /** The pointer rests on something, at so many px from the corner of the frame; null when it left. */
  onRest: (rest: Rest | null) => void
  onDrop: (drop: Drop) => void
  /** A node was pressed on the ring round it, where a drag would have connected it. */
  onRing: (node: NodeId, adds: boolean) => void
  /** Nodes were dragged somewhere else. */
  onMove: (before: Placed[], after: Placed[]) => void
}

export type Mount = { surface: HTMLElement; frame: HTMLElement; overlay: SVGSVGElement }

export type Box = { readonly x: number; readonly y: number; width: number; height: number }

/** How the picture lies on the screen: a point of it is at `point * zoom + pan`, in px. */
export type Viewport = { readonly zoom: number; readonly pan: Point }

/** The part of the picture that is in view, model px. */
export type Extent = { x1: number; y1: number; x2: number; y2: number }

/** The drawn graph, whoever draws it: a projection of the model that owns positions, nothing else. */
export type Canvas = {
  /**
   * Draws what changed. New nodes stand where they are known to stand, or beside what they are
   * related to; old ones stay.
   */
  apply: (delta: Delta, graph: Graph, known?: ReadonlyMap<NodeId, Point>) => void
  /** Draws what was made of the graph. What is the same as before costs nothing. */
  show: (picture: Picture) => void
  /** How everything looks: the theme, and the colours of relations. */
  dress: (looks: Looks) => void
  /** Shows the halo that connects, or does not. */
  allowConnecting: (may: boolean) => void
  /** All that is visible, or some of it. Resolves to false when it was cancelled or failed. */
  arrange: (
    layout: LayoutName,
    centre: NodeId | null,
    only: readonly NodeId[] | null,
    /** What is to stand together, or null where nothing is grouped. */
    groupOf?: GroupOf | null,
    sectionOf?: SectionOf,
  ) => Promise<boolean>
  stopArranging: () => void
  fit: () => void
  fitNow: () => void
  zoomBy: (factor: number) => void
  extent: () => Extent
  centreOn: (point: Point) => void
  viewport: () => Viewport
  setViewport: (viewport: Viewport) => void
  /** Brings all of some nodes into view. The zoom changes only where they need more room. */
  reveal: (ids: NodeId | readonly NodeId[]) => void
  /**
   * Goes so near to some nodes, drawn or inside of a shape, that they fill the screen, or into the
   * shape that they are. False where that is no nearer.
   */
  closeUp: (ids: readonly NodeId[], isInto: boolean) => boolean
  /** Rendered box of a node in px from the frame's corner, or null when it is not drawn. */
  boxOf: (id: NodeId) => Box | null
  walk: (from: NodeId, heading: Heading) => NodeId | null
  /** Where every node stands, hidden ones too. */
  positions: () => Placed[]
  /** Puts nodes where they are wanted. */
  place: (places: readonly Placed[]) => void
  visiblePlaces: () => Placed[]
  visibleNodes: () => NodeId[]
  /** Where all of the picture stands: what is drawn, and what a level has inside of its shapes. */
  spread: () => Point[]
  /** Called when it was drawn again: whoever draws over it follows. Returns how to stop listening. */
  onFrame: (listener: () => void) => () => void
  resize: () => void
  destroy: () => void
}
