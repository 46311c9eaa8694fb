import { type RefObject, useEffect, useMemo, useRef } from 'react'
import { useStore } from 'zustand'
import type { Word } from '@shared/vocabulary'
import type { GraphModel } from '../graph'
import { createLooks, namesWith, type PictureModel, relationLooks } from '../picture'
import type { View } from '../view'
import type { CanvasActs } from './canvas-acts'
import { onCanvasKey } from './canvas-keys'
import { FocusRing } from './focus-ring'
import { GroupHulls } from './group-hulls'
import { mountCanvas } from './mount-canvas'
import { PointerWords } from './pointer-words'
import type { CanvasModel } from './store'
import { useTheme, themeNow } from '../../ui'

type Props = {
  graph: GraphModel
  view: View
  picture: PictureModel
  canvas: CanvasModel
  acts: CanvasActs
  words: readonly Word[]
  mayConnect: boolean
  frameRef: RefObject<HTMLDivElement | null>
}

/** Where the graph is drawn: mounts a canvas and turns keys into acts. */
export function CanvasView(props: Props) {
  const { graph, view, picture, canvas, acts, words, mayConnect, frameRef } = props
  const surfaceRef = useRef<HTMLDivElement>(null)
  const overlayRef = useRef<SVGSVGElement>(null)
  const theme = useTheme()
  useMountedCanvas(props, surfaceRef, overlayRef)

  const mounted = useStore(canvas.store, (state) => state.mounted)
  const names = useStore(graph.store, (state) => state.names)
  const drafted = useStore(view.store, (state) => state.drafted.ghosts)
  const drawn = useMemo(() => namesWith(names, drafted), [names, drafted])
  useEffect(() => {
    mounted?.dress(createLooks(theme, relationLooks(drawn, words, theme)))
  }, [mounted, theme, drawn, words])
  useEffect(() => {
    mounted?.allowConnecting(mayConnect)
  }, [mounted, mayConnect])

  return (
    <div
      ref={frameRef}
      className="canvas-frame"
      tabIndex={0}
      role="application"
      aria-label="Graph"
      aria-describedby="graph-focus graph-help"
      onKeyDown={(event) => {
        onCanvasKey(event, { graph, view, picture, canvas, acts })
      }}
      // Cytoscape takes the keyboard away from all of the page when it is pressed on.
      onMouseDown={({ currentTarget }) => currentTarget.focus({ preventScroll: true })}
      onTouchStart={({ currentTarget }) => currentTarget.focus({ preventScroll: true })}
      onFocus={() => {
        const { focus, selection } = view.store.getState()
        if (focus === null) view.setFocus(selection.nodes[0] ?? mounted?.visibleNodes()[0] ?? null)
      }}
    >
      <p id="graph-help" className="visually-hidden">
        Arrow keys walk from node to node, Shift and arrows along relations, Enter selects, E
        expands, C connects, Shift+F10 opens the menu, O opens the same as a list, question mark
        lists all keys.
      </p>
      <GroupHulls {...{ picture, canvas }} />
      <div ref={surfaceRef} className="canvas-surface" aria-hidden />
      <svg ref={overlayRef} className="canvas-overlay" aria-hidden />
      <FocusRing {...{ graph, view, picture, canvas }} />
      <PointerWords {...{ graph, picture, canvas }} />
    </div>
  )
}

/** One canvas for as long as the component is mounted; survives StrictMode. */
function useMountedCanvas(
  { graph, view, picture, canvas, acts, frameRef }: Props,
  surfaceRef: RefObject<HTMLDivElement | null>,
  overlayRef: RefObject<SVGSVGElement | null>,
) {
  const latest = useRef(acts)
  useEffect(() => {
    latest.current = acts
  })
  useEffect(() => {
    const surface = surfaceRef.current
    const frame = frameRef.current
    const overlay = overlayRef.current
    if (surface === null || frame === null || overlay === null) return
    const parts = { graph, view, picture, canvas }
    const looks = createLooks(themeNow(), new Map())
    return mountCanvas({ surface, frame, overlay }, parts, () => latest.current, looks)
  }, [graph, view, picture, canvas, frameRef, surfaceRef, overlayRef])
}
