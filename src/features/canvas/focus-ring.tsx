import { useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { knowledgeOf, type NodeStates } from '../crawl'
import type { GraphModel } from '../graph'
import { nodeWords } from '../picture/node-words'
import type { View } from '../view/store'

const margin = 6

type Props = { graph: GraphModel; view: View; states: NodeStates }

/**
 * An HTML frame round the node the keyboard is on, following it as the picture moves; with the
 * words a screen reader says for it.
 */
export function FocusRing({ graph, view, states }: Props) {
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
  const words = entity === undefined ? '' : nodeWords(model, entity, knowledgeOf(entity, states))
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
