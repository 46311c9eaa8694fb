import { useStore } from 'zustand'
import { Button } from '../../ui'
import type { View } from '../view'
import { type Comparison, markWords } from './comparison'

type Props = { view: View; comparison: Comparison; onList: () => void }

/** Says what is compared and what its marks mean; lists the differences, and takes them away. */
export function ComparedBar({ view, comparison, onList }: Props) {
  const marks = useStore(view.store, (state) => state.compared)
  const names = useStore(comparison.store, (state) => state.compared?.names)
  if (marks === null || names === undefined) return null
  return (
    <div className="draft-bar" role="region" aria-label="Comparison">
      <span>
        {names[0]} and {names[1]}: {markWords(marks)}
      </span>
      <Button onClick={onList}>List…</Button>
      <Button look="quiet" onClick={comparison.end}>
        End the comparison
      </Button>
    </div>
  )
}
