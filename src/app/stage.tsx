import type { RefObject } from 'react'
import { useStore } from 'zustand'
import { DraftBar } from '../features/edit'
import { PaceNote } from '../features/remote'
import {
  CanvasView,
  type CanvasActs,
  ComparedBar,
  FocusBar,
  Legend,
  Minimap,
  ZoomControls,
} from '../features/view'
import type { Session } from './session'

type Props = {
  session: Session
  acts: CanvasActs
  frameRef: RefObject<HTMLDivElement | null>
  onReview: () => void
  onNames: () => void
}

/** The graph, and what lies over it. */
export function Stage({ session, acts, frameRef, onReview, onNames }: Props) {
  const { graph, view } = session
  const empty = useStore(graph.store, (state) => state.graph.nodes.size === 0)
  const { expanding, states } = useStore(session.crawl.store)
  const readOnly = useStore(session.edits.store, (state) => state.readOnly)
  const words = useStore(session.vocabulary.store, (state) => state.words)
  return (
    <main className="stage" aria-label="Graph" data-panel="graph">
      <CanvasView
        {...{ graph, view, acts, frameRef, states, words }}
        asking={expanding}
        mayConnect={readOnly === null}
      />
      <StageBars session={session} onReview={onReview} />
      {empty ? <EmptyStage /> : <Legend {...{ graph, view, words, onNames }} />}
      <Minimap graph={graph} view={view} />
      {!empty && <ZoomControls view={view} />}
    </main>
  )
}

/** What is going on, over the graph. */
function StageBars({ session, onReview }: { session: Session; onReview: () => void }) {
  return (
    <div className="stage-bars">
      <DraftBar draft={session.draft} onReview={onReview} />
      <ComparedBar view={session.view} />
      <FocusBar graph={session.graph} view={session.view} />
      <PaceNote remote={session.remote} onGiveUp={session.crawl.stop} />
    </div>
  )
}

function EmptyStage() {
  return (
    <div className="empty-stage">
      <h2>Nothing drawn yet</h2>
      <p>
        Choose a page, blog post, space or person on the left, say which relations to follow, and
        start the crawl. Page links work on every site without any set-up.
      </p>
    </div>
  )
}
