import { useStore } from 'zustand'
import { Button } from '../../ui'
import type { View } from './store'

/** Says what the marks of a comparison mean, and takes them away. */
export function ComparedBar({ view }: { view: View }) {
  const compared = useStore(view.store, (state) => state.compared)
  if (compared === null) return null
  const gone = compared.goneNodes.length + compared.goneEdges.length
  return (
    <div className="draft-bar" role="region" aria-label="Comparison">
      <span role="status">
        Differences: {compared.added.size} new (glowing), {gone} gone or not seen again (dotted),{' '}
        {compared.changed.size} other (shaded)
      </span>
      <Button look="quiet" onClick={() => view.setCompared(null)}>
        End the comparison
      </Button>
    </div>
  )
}
