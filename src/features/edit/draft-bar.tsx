import { useStore } from 'zustand'
import { Button } from '../../ui'
import type { Draft } from './draft'

type Props = { draft: Draft; onReview: () => void }

/** Says over the graph that changes are collected and not sent. */
export function DraftBar({ draft, onReview }: Props) {
  const { on, lines } = useStore(draft.store)
  if (!on && lines.length === 0) return null
  const many = lines.length === 1 ? 'one change' : `${lines.length} changes`
  return (
    <div className="draft-bar" role="region" aria-label="Draft">
      <span role="status">
        {on ? 'Draft' : 'Draft, paused'}: {lines.length === 0 ? 'no changes yet' : many}
      </span>
      <Button look="main" onClick={onReview}>
        Review…
      </Button>
      <Button look="quiet" onClick={() => draft.setOn(!on)}>
        {on ? 'Leave draft mode' : 'Go on drafting'}
      </Button>
    </div>
  )
}
