import { useLayoutEffect, useRef } from 'react'
import { useStore } from 'zustand'
import type { GraphModel } from '../graph'
import { drawnWords, type PictureModel, standInsOf } from '../picture'
import type { View } from '../view'
import type { CanvasModel } from './store'

const margin = 6

type Props = { graph: GraphModel; view: View; picture: PictureModel; canvas: CanvasModel }

/**
 * An HTML frame round the node the keyboard is on, following it as the picture moves; with the
 * words a screen reader says for it.
 */
export function FocusRing({ graph, view, picture, canvas: handle }: Props) {
  const ring = useRef<HTMLDivElement>(null)
  const focus = useStore(view.store, (state) => state.focus)
  const canvas = useStore(handle.store, (state) => state.mounted)
  const folds = useStore(picture.store, (state) => state.folds)
  const knowledge = useStore(picture.store, (state) => state.knowledge)
  const model = useStore(graph.store, (state) => state.graph)

  // With the render that says which node it is round: a frame later it would be round another.
  useLayoutEffect(() => {
    const element = ring.current
    if (element === null || canvas === null) return
    // What a folded group has taken in is where the one is that stands for it.
    const drawn = focus === null ? null : (standInsOf(folds).get(focus) ?? focus)
    const follow = () => {
      const box = drawn === null ? null : canvas.boxOf(drawn)
      element.hidden = box === null
      if (box === null) return
      element.style.left = `${box.x - margin}px`
      element.style.top = `${box.y - margin}px`
      element.style.width = `${box.width + 2 * margin}px`
      element.style.height = `${box.height + 2 * margin}px`
    }
    follow()
    return canvas.onFrame(follow)
  }, [focus, canvas, folds, model])

  const words = focus === null ? '' : drawnWords(model, focus, { folds, knowledge })
  return (
    <>
      <div ref={ring} className="focus-ring" data-node={focus ?? ''} hidden />
      {/* It is read with the graph and spoken by the one voice; a list that opens leaves it be. */}
      <div id="graph-focus" className="visually-hidden" aria-live="off">
        {words}
      </div>
    </>
  )
}
