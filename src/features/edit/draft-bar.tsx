import { agree } from '@shared/text'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import type { Draft } from './draft'

type Props = {
  draft: Draft
  /** The button of the act that reviews it. */
  review: ReactNode
  /** The button that leaves draft mode, or goes back to it. */
  toggle: (on: boolean) => ReactNode
}

/** Says over the graph that changes are collected and not sent. */
export function DraftBar({ draft, review, toggle }: Props) {
  const { on, lines } = useStore(
    draft.store,
    useShallow(({ on, lines }) => ({ on, lines })),
  )
  if (!on && lines.length === 0) return null
  const many = agree(lines.length, 'one change', `${lines.length} changes`)
  return (
    <div className="draft-bar" role="region" aria-label="Draft">
      <span role="status">
        {on ? 'Draft' : 'Draft, paused'}: {lines.length === 0 ? 'no changes yet' : many}
      </span>
      {review}
      {toggle(on)}
    </div>
  )
}
