import { useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import type { NodeId } from '@shared/graph'
import { groupColour, hullOf, membersOf, type PictureModel, type Theme } from '../picture'
import type { Canvas } from './canvas'
import { drawHulls, type Hull } from './draw-hulls'
import type { CanvasModel } from './store'
import { useTheme } from '../../ui'

/** While the picture moves, who stands where is asked so often, ms; between, hulls move along. */
const pause = 90

/** A soft hull round each group, with its name and how many it holds; under the nodes. */
export function GroupHulls({
  picture,
  canvas: model,
}: {
  picture: PictureModel
  canvas: CanvasModel
}) {
  const surface = useRef<HTMLCanvasElement>(null)
  const canvas = useStore(model.store, (state) => state.mounted)
  const of = useStore(picture.store, (state) => state.groups)
  const folds = useStore(picture.store, (state) => state.folds)
  const level = useStore(picture.store, (state) => state.level)
  const theme = useTheme()
  useEffect(() => {
    const element = surface.current
    if (canvas === null || of.size === 0 || element === null) return
    let hulls: readonly Hull[] = []
    let timer: ReturnType<typeof setTimeout> | undefined
    const draw = () => drawHulls(element, hulls, canvas.extent())
    const look = () => {
      timer = undefined
      hulls = hullsOf(canvas, picture, theme)
      draw()
    }
    const follow = () => {
      draw()
      timer ??= setTimeout(look, pause)
    }
    look()
    const stop = canvas.onFrame(follow)
    return () => {
      clearTimeout(timer)
      stop()
      drawHulls(element, [], canvas.extent())
    }
  }, [canvas, of, folds, level, theme, picture])
  return <canvas ref={surface} className="canvas-hulls" aria-hidden />
}

/** A folded group is one node, which says itself what it is. */
function hullsOf(canvas: Canvas, picture: PictureModel, theme: Theme): Hull[] {
  const { groups, folds, level } = picture.store.getState()
  // What a level draws says itself what it is.
  if (level !== 'pages') return []
  const places = new Map<NodeId, { x: number; y: number }>(canvas.visiblePlaces())
  const folded = new Set(folds.map(({ key }) => key))
  return membersOf(groups, (id) => places.has(id)).flatMap(({ key, name, nodes }, at) =>
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
