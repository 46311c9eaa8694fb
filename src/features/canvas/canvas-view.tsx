import { type RefObject, useEffect, useMemo, useRef } from 'react'
import { useStore } from 'zustand'
import { type NodeId, nodesWithin } from '@shared/graph'
import { type GraphModel, useGraph } from '../graph'
import type { Word } from '@shared/vocabulary'
import type { NodeStates } from '../crawl'
import { createCanvas } from './create-canvas'
import { onCanvasKey } from './canvas-keys'
import type { CanvasActs } from './canvas-acts'
import { FocusRing } from './focus-ring'
import { GroupHulls } from './group-hulls'
import { useGroups } from '../groups/use-groups'
import { foldOptions } from '../picture/fold-options'
import { type Fold, foldsOf } from '../picture/fold'
import type { View } from '../view/store'
import { useMatch } from '../picture/use-match'
import { relationLooks } from '../picture/relation-colours'
import { useTheme } from '../picture/use-theme'

type Props = {
  graph: GraphModel
  view: View
  acts: CanvasActs
  asking: ReadonlySet<NodeId>
  states: NodeStates
  words: readonly Word[]
  mayConnect: boolean
  frameRef: RefObject<HTMLDivElement | null>
}

/** Mounts the canvas, feeds it deltas once a frame, and turns keys into acts. */
export function CanvasView({
  graph,
  view,
  acts,
  asking,
  states,
  words,
  mayConnect,
  frameRef,
}: Props) {
  const surfaceRef = useRef<HTMLDivElement>(null)
  const overlayRef = useRef<SVGSVGElement>(null)
  const theme = useTheme()
  useMountedCanvas({ graph, view, acts, frameRef, surfaceRef, overlayRef })

  const canvas = useStore(view.store, (state) => state.canvas)
  const names = useStore(graph.store, (state) => state.names)
  const { selection, ghosts, leaving, hiddenNodes, hiddenRelations, starts, focus } = useStore(
    view.store,
  )
  const { drafted, compared, pinned, near } = useStore(view.store)
  const model = useGraph(graph)
  const within = useMemo(
    () => (near === null ? null : nodesWithin(model, near.centres, near.steps)),
    [model, near],
  )
  useEffect(() => {
    canvas?.look({ theme, looks: relationLooks(names, words, theme) })
  }, [canvas, theme, names, words])
  useEffect(() => {
    const all = {
      ghosts: [...ghosts, ...drafted.ghosts],
      leaving: new Set([...leaving, ...drafted.leaving]),
    }
    canvas?.mark({ ...all, within, pinned, hiddenNodes, hiddenRelations, starts, asking })
  }, [
    canvas,
    ghosts,
    leaving,
    drafted,
    within,
    pinned,
    hiddenNodes,
    hiddenRelations,
    starts,
    asking,
  ])
  const match = useMatch(graph, view, states)
  useEffect(() => {
    canvas?.match(match)
    view.setMatch(match)
  }, [canvas, view, match])
  useGroups(graph, view)
  const folds = useFolds(graph, view, within)
  useEffect(() => {
    canvas?.fold(folds)
    view.setFolds(folds)
  }, [canvas, view, folds])
  useEffect(() => {
    canvas?.compare(compared)
  }, [canvas, compared, names])
  useEffect(() => {
    canvas?.allowConnecting(mayConnect)
  }, [canvas, mayConnect])
  useEffect(() => {
    canvas?.know(states)
  }, [canvas, states])
  useEffect(() => {
    canvas?.select(selection.nodes, selection.edges)
  }, [canvas, selection])

  return (
    <div
      ref={frameRef}
      className="canvas-frame"
      tabIndex={0}
      role="application"
      aria-label="Graph. Arrow keys walk from node to node, Shift and arrows along relations, Enter selects, E expands, C connects, Shift+F10 opens the menu, O opens the same as a list, question mark lists all keys."
      aria-describedby="graph-focus"
      onKeyDown={(event) =>
        onCanvasKey(event, { graph, view, acts: { ...acts, onExpand: openOr(view, acts) }, canvas })
      }
      onFocus={() => {
        if (focus === null) view.setFocus(selection.nodes[0] ?? canvas?.visibleNodes()[0] ?? null)
      }}
    >
      <GroupHulls view={view} />
      <div ref={surfaceRef} className="canvas-surface" aria-hidden />
      <svg ref={overlayRef} className="canvas-overlay" aria-hidden />
      <FocusRing {...{ graph, view, states }} />
    </div>
  )
}

/** What stands for many is opened; a node is expanded. */
const openOr =
  (view: View, acts: CanvasActs) =>
  (node: NodeId): void => {
    if (!view.openFold(node)) acts.onExpand(node)
  }

/** What is drawn as one, of what is drawn at all. */
function useFolds(
  graph: GraphModel,
  view: View,
  within: ReadonlySet<NodeId> | null,
): readonly Fold[] {
  const model = useGraph(graph)
  const { folding, kept, starts, pinned, hiddenNodes, hiddenRelations, match, filter, grouping } =
    useStore(view.store)
  const matching = filter.mode === 'hide' ? (match?.nodes ?? null) : null
  return useMemo(
    () =>
      foldsOf(
        model,
        foldOptions({ folding, kept, starts, pinned, hiddenNodes, hiddenRelations, grouping }, [
          within,
          matching,
        ]),
      ),
    [
      model,
      folding,
      kept,
      starts,
      pinned,
      hiddenNodes,
      hiddenRelations,
      grouping,
      within,
      matching,
    ],
  )
}

type MountOptions = Omit<Props, 'asking' | 'states' | 'words' | 'mayConnect'> & {
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
          const { focus } = view.store.getState()
          const [first] = nodes
          // Keys act on what is selected, so the keyboard goes where the selection is.
          if (first !== undefined && (focus === null || !nodes.includes(focus)))
            view.setFocus(first)
        },
        onExpand: (node) => openOr(view, latest.current)(node),
        onOpen: (edge) => void view.openFold(edge),
        onMenu: (spot, at) => latest.current.onMenu(spot, at),
        onDrop: (drop) => latest.current.onDrop(drop),
        onMove: view.moved,
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
      view.places(),
    )
    const stop = graph.onDelta((delta, next) => canvas.apply(delta, next, view.places()))
    const sizes = new ResizeObserver(() => canvas.resize())
    sizes.observe(frame)
    view.setCanvas(canvas)
    if (view.places().size > 0) canvas.fitNow()
    return () => {
      view.keepPlaces()
      view.setCanvas(null)
      sizes.disconnect()
      stop()
      canvas.destroy()
    }
  }, [graph, view, frameRef, surfaceRef, overlayRef])
}
