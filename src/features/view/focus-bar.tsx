import { counted } from '@shared/text'
import { useStore } from 'zustand'
import { Button } from '../../ui'
import type { GraphModel } from '../graph'
import type { View } from './store'

/** Says that only a neighbourhood is drawn, and of what. */
export function FocusBar({ graph, view }: { graph: GraphModel; view: View }) {
  const near = useStore(view.store, (state) => state.near)
  if (near === null) return null
  const [first] = near.centres
  const what =
    near.centres.length === 1 && first !== undefined
      ? `“${graph.titleOf(first)}”`
      : `${near.centres.length} nodes`
  return (
    <div className="draft-bar" role="region" aria-label="Focus">
      <span role="status" aria-live="off">
        Only {counted(near.steps, 'step')} from {what}
      </span>
      <Button look="quiet" onClick={() => view.setNear(null)}>
        Show the whole graph
      </Button>
    </div>
  )
}
