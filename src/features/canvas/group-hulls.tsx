import { useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import type { NodeId } from '@shared/graph'
import type { Canvas } from './canvas'
import type { Theme } from '../picture/relation-colours'
import type { View } from '../view/store'
import { useTheme } from '../picture/use-theme'
import { drawHulls, type Hull } from './draw-hulls'
import { groupColour } from '../picture/group-look'
import { membersOf } from '../view/grouping'
import { hullOf } from '../picture/hull'

/** While the picture moves, who stands where is asked so often, ms; between, hulls move along. */
const pause = 90

/** A soft hull round each group, with its name and how many it holds; under the nodes. */
export function GroupHulls({ view }: { view: View }) {
  const surface = useRef<HTMLCanvasElement>(null)
  const { canvas, grouping, folds } = useStore(view.store)
  const theme = useTheme()
  const { of } = grouping
  useEffect(() => {
    const element = surface.current
    const frame = element?.parentElement
    if (canvas === null || of.size === 0 || element === null || !frame) return
    let hulls: readonly Hull[] = []
    let timer: ReturnType<typeof setTimeout> | undefined
    const draw = () => drawHulls(element, hulls, canvas.extent())
    const look = () => {
      timer = undefined
      hulls = hullsOf(canvas, view, theme)
      draw()
    }
    const follow = () => {
      draw()
      timer ??= setTimeout(look, pause)
    }
    look()
    frame.addEventListener('canvasframe', follow)
    return () => {
      clearTimeout(timer)
      frame.removeEventListener('canvasframe', follow)
      drawHulls(element, [], canvas.extent())
    }
  }, [canvas, of, folds, theme, view])
  return <canvas ref={surface} className="canvas-hulls" aria-hidden />
}

/** A folded group is one node, which says itself what it is. */
function hullsOf(canvas: Canvas, view: View, theme: Theme): Hull[] {
  const { grouping, folds } = view.store.getState()
  const places = new Map<NodeId, { x: number; y: number }>(canvas.visiblePlaces())
  const folded = new Set(folds.map(({ key }) => key))
  return membersOf(grouping.of, (id) => places.has(id)).flatMap(({ key, name, nodes }, at) =>
    folded.has(key)
      ? []
      : [
          {
            name: `${name} (${nodes.length})`,
            colour: groupColour(at, theme),
            outline: hullOf(nodes.flatMap((id) => places.get(id) ?? [])),
          },
        ],
  )
}
