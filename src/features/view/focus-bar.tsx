import { counted, quoted } from '@shared/text'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import type { GraphModel } from '../graph'
import type { View } from './store'

type Props = {
  graph: GraphModel
  view: View
  /** The button of the act that draws all again. */
  end: ReactNode
}

/** Says that only a neighbourhood is drawn, and of what. */
export function FocusBar({ graph, view, end }: Props) {
  const near = useStore(view.store, (state) => state.near)
  if (near === null) return null
  const [first] = near.centres
  const what =
    near.centres.length === 1 && first !== undefined
      ? quoted(graph.titleOf(first))
      : `${near.centres.length} nodes`
  return (
    <div className="draft-bar" role="region" aria-label="Focus">
      <span role="status" aria-live="off">
        Only {counted(near.steps, 'step')} from {what}
      </span>
      {end}
    </div>
  )
}
