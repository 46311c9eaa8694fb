import { useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { relationsAt } from '@shared/graph'
import type { GraphModel } from '../graph'
import type { View } from './store'

const margin = 6

/**
 * An HTML frame round the node the keyboard is on, following it as the picture moves; with the
 * words a screen reader says for it.
 */
export function FocusRing({ graph, view }: { graph: GraphModel; view: View }) {
  const ring = useRef<HTMLDivElement>(null)
  const focus = useStore(view.store, (state) => state.focus)
  const canvas = useStore(view.store, (state) => state.canvas)
  const model = useStore(graph.store, (state) => state.graph)

  useEffect(() => {
    const element = ring.current
    const frame = element?.parentElement
    if (element === null || frame === null || frame === undefined) return
    const follow = () => {
      const box = focus === null ? null : (canvas?.boxOf(focus) ?? null)
      element.hidden = box === null
      if (box === null) return
      element.style.left = `${box.x - margin}px`
      element.style.top = `${box.y - margin}px`
      element.style.width = `${box.width + 2 * margin}px`
      element.style.height = `${box.height + 2 * margin}px`
    }
    follow()
    frame.addEventListener('canvasframe', follow)
    return () => frame.removeEventListener('canvasframe', follow)
  }, [focus, canvas, model])

  const entity = focus === null ? undefined : model.nodes.get(focus)
  const words =
    entity === undefined
      ? ''
      : `${entity.title}, ${relationsAt(model, entity.id).out.length} out, ${relationsAt(model, entity.id).in.length} in`
  return (
    <>
      <div ref={ring} className="focus-ring" data-node={focus ?? ''} hidden />
      <div id="graph-focus" className="visually-hidden" aria-live="polite">
        {words}
      </div>
    </>
  )
}
