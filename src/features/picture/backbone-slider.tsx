import { useId } from 'react'
import { useStore } from 'zustand'
import type { Graph } from '@shared/graph'
import { hasBackbone } from '@shared/picture'
import type { View } from '../view'
import type { PictureModel } from './store'

type Props = { graph: Graph; view: View; picture: PictureModel }

/** How many of very many relations are drawn strong; the rest are faint. */
export function BackboneSlider({ graph, view, picture }: Props) {
  const id = useId()
  const backbone = useStore(view.store, (state) => state.backbone)
  const weak = useStore(picture.store, (state) => state.weak.size)
  if (!hasBackbone(graph)) return null
  const strong = Math.floor((100 * (graph.edges.size - weak)) / graph.edges.size)
  const words = strong === 100 ? 'All are drawn strong' : `${strong} % strong, the rest faint`
  return (
    <div className="legend__backbone">
      <label htmlFor={id}>Strong relations</label>
      <input
        id={id}
        type="range"
        min={0.5}
        max={1}
        step={0.05}
        value={backbone}
        aria-valuetext={words}
        onChange={({ target }) => view.setBackbone(target.valueAsNumber)}
      />
      <span className="hint">{words}</span>
    </div>
  )
}
