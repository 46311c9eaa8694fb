import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import type { EdgeId, NodeId } from '@shared/graph'
import type { GraphModel } from '../graph'
import { type Canvas, createCanvas, type Drop, type Heading, type Spot } from './canvas'
import { FocusRing } from './focus-ring'
import type { View } from './store'
import { useTheme } from './use-theme'

export type CanvasActs = {
  onExpand: (node: NodeId) => void
  onMenu: (spot: Spot, at: { x: number; y: number }) => void
  onDrop: (drop: Drop) => void
  onConnect: (node: NodeId) => void
  onDelete: (edge: EdgeId) => void
}

type Props = {
  graph: GraphModel
  view: View
  acts: CanvasActs
  asking: ReadonlySet<NodeId>
  frameRef: RefObject<HTMLDivElement | null>
}

/** Mounts the canvas, feeds it deltas once a frame, and turns keys into acts. */
export function CanvasView({ graph, view, acts, asking, frameRef }: Props) {
  const surfaceRef = useRef<HTMLDivElement>(null)
  const overlayRef = useRef<SVGSVGElement>(null)
  const theme = useTheme()
  useMountedCanvas({ graph, view, acts, frameRef, surfaceRef, overlayRef })

  const canvas = useStore(view.store, (state) => state.canvas)
  const names = useStore(graph.store, (state) => state.names)
  const { selection, ghosts, leaving, hiddenNodes, hiddenRelations, starts, focus } = useStore(
    view.store,
  )
  useEffect(() => {
    canvas?.look({ theme, names })
  }, [canvas, theme, names])
  useEffect(() => {
    canvas?.mark({ ghosts, leaving, hiddenNodes, hiddenRelations, starts, asking })
  }, [canvas, ghosts, leaving, hiddenNodes, hiddenRelations, starts, asking])
  useEffect(() => {
    canvas?.select(selection.nodes, selection.edges)
  }, [canvas, selection])

  return (
    <div
      ref={frameRef}
      className="canvas-frame"
      tabIndex={0}
      role="application"
      aria-label="Graph. Arrow keys walk from node to node, Enter selects, E expands, C connects, Shift+F10 opens the menu."
      aria-describedby="graph-focus"
      onKeyDown={(event) => onKey(event, { graph, view, acts, canvas })}
      onFocus={() => {
        if (focus === null) view.setFocus(selection.nodes[0] ?? canvas?.visibleNodes()[0] ?? null)
      }}
    >
      <div ref={surfaceRef} className="canvas-surface" aria-hidden />
      <svg ref={overlayRef} className="canvas-overlay" aria-hidden />
      <FocusRing graph={graph} view={view} />
    </div>
  )
}

type MountOptions = Omit<Props, 'asking'> & {
  surfaceRef: RefObject<HTMLDivElement | null>
  overlayRef: RefObject<SVGSVGElement | null>
}

/** One Cytoscape instance for as long as the component is mounted; survives StrictMode. */
function useMountedCanvas({ graph, view, acts, frameRef, surfaceRef, overlayRef }: MountOptions) {
  const latest = useRef(acts)
  useEffect(() => {
    latest.current = acts
  })
  useEffect(() => {
    const surface = surfaceRef.current
    const frame = frameRef.current
    const overlay = overlayRef.current
    if (surface === null || frame === null || overlay === null) return
    const canvas = createCanvas(
      { surface, frame, overlay },
      {
        onSelect: (nodes, edges) => {
          view.select({ nodes, edges })
          if (nodes.length === 1) view.setFocus(nodes[0] ?? null)
        },
        onExpand: (node) => latest.current.onExpand(node),
        onMenu: (spot, at) => latest.current.onMenu(spot, at),
        onDrop: (drop) => latest.current.onDrop(drop),
        onFrame: () => frame.dispatchEvent(new Event('canvasframe')),
      },
      matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
    )
    const now = graph.store.getState().graph
    canvas.apply(
      {
        added: { nodes: [...now.nodes.values()], edges: [...now.edges.values()] },
        changed: { nodes: [], edges: [] },
        removed: { nodes: [], edges: [] },
      },
      now,
    )
    const stop = graph.onDelta((delta, next) => canvas.apply(delta, next))
    const sizes = new ResizeObserver(() => canvas.resize())
    sizes.observe(frame)
    view.setCanvas(canvas)
    return () => {
      view.setCanvas(null)
      sizes.disconnect()
      stop()
      canvas.destroy()
    }
  }, [graph, view, frameRef, surfaceRef, overlayRef])
}

type KeyContext = { graph: GraphModel; view: View; acts: CanvasActs; canvas: Canvas | null }

const headings: Readonly<Record<string, Heading>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}

function onKey(event: KeyboardEvent<HTMLElement>, context: KeyContext): void {
  const { view, canvas } = context
  if (event.target !== event.currentTarget || canvas === null) return
  const heading = headings[event.key]
  const handled =
    heading === undefined
      ? keyAct(event, context)
      : event.shiftKey
        ? walkRelations(heading, context)
        : walkNodes(heading, view, canvas)
  if (handled) event.preventDefault()
}

function walkNodes(heading: Heading, view: View, canvas: Canvas): boolean {
  const { focus } = view.store.getState()
  const next = focus === null ? canvas.visibleNodes()[0] : canvas.walk(focus, heading)
  if (next !== undefined && next !== null) {
    view.setFocus(next)
    canvas.reveal(next)
  }
  return true
}

/** Shift and an arrow: the next or the previous relation at the focused node. */
function walkRelations(heading: Heading, { graph, view }: KeyContext): boolean {
  const { focus, selection, hiddenRelations } = view.store.getState()
  if (focus === null) return false
  const state = graph.store.getState().graph
  const edges = [...(state.incident.get(focus) ?? [])].filter(
    (id) => !hiddenRelations.has(state.edges.get(id)?.relation ?? ''),
  )
  const step = heading === 'right' || heading === 'down' ? 1 : -1
  const at = edges.findIndex((id) => selection.edges.includes(id))
  const next = edges.at(at === -1 ? (step === 1 ? 0 : -1) : (at + step) % edges.length)
  if (next !== undefined) view.goToRelation(next)
  return true
}

function keyAct(event: KeyboardEvent<HTMLElement>, { view, acts, canvas }: KeyContext): boolean {
  const { focus, selection } = view.store.getState()
  const edge = selection.edges[0]
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey
  if (event.key === 'Enter' || event.key === ' ') {
    if (focus !== null) view.select({ nodes: [focus] })
    return focus !== null
  }
  if (event.key === 'Delete' || event.key === 'Backspace') {
    if (edge !== undefined) acts.onDelete(edge)
    return edge !== undefined
  }
  if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
    openMenu(event.currentTarget, { focus, edge, canvas, acts })
    return true
  }
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') {
    view.select({ nodes: canvas?.visibleNodes() ?? [] })
    return true
  }
  if (event.key === 'Escape') {
    view.select({})
    return true
  }
  return plain && letterAct(event.key.toLowerCase(), { focus, view, acts, canvas })
}

type LetterContext = Pick<KeyContext, 'view' | 'acts' | 'canvas'> & { focus: NodeId | null }

function letterAct(key: string, { focus, view, acts, canvas }: LetterContext): boolean {
  const { selection } = view.store.getState()
  const nodes = selection.nodes.length > 0 ? selection.nodes : focus === null ? [] : [focus]
  const letters: Readonly<Record<string, () => void>> = {
    e: () => nodes.forEach(acts.onExpand),
    c: () => {
      if (nodes[0] !== undefined) acts.onConnect(nodes[0])
    },
    h: () => view.hide(nodes),
    f: () => canvas?.fit(),
    t: () => void view.arrange(),
    '+': () => canvas?.zoomBy(1.25),
    '=': () => canvas?.zoomBy(1.25),
    '-': () => canvas?.zoomBy(0.8),
  }
  const act = letters[key]
  act?.()
  return act !== undefined
}

type MenuContext = {
  focus: NodeId | null
  edge: EdgeId | undefined
  canvas: Canvas | null
  acts: CanvasActs
}

function openMenu(frame: HTMLElement, { focus, edge, canvas, acts }: MenuContext): void {
  const corner = frame.getBoundingClientRect()
  const box = focus === null ? null : (canvas?.boxOf(focus) ?? null)
  const at =
    box === null
      ? { x: corner.x + corner.width / 2, y: corner.y + corner.height / 2 }
      : { x: corner.x + box.x + box.width, y: corner.y + box.y + box.height }
  if (edge !== undefined) acts.onMenu({ kind: 'edge', id: edge }, at)
  else acts.onMenu(focus === null ? { kind: 'background' } : { kind: 'node', id: focus }, at)
}
