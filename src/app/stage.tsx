import type { RefObject } from 'react'
import { useStore } from 'zustand'
import { DraftBar } from '../features/edit'
import { PaceNote } from '../features/remote'
import { CanvasView, Minimap } from '../features/canvas/panels'
import type { CanvasActs } from '../features/canvas'
import { ComparedBar, FocusBar } from '../features/view/panels'
import { Legend } from '../features/picture/panels'
import type { Desk } from '../commands'
import type { Session } from './session'
import { StageNote } from './stage-note'
import { ZoomControls } from './zoom-controls'

type Props = {
  session: Session
  acts: CanvasActs
  frameRef: RefObject<HTMLDivElement | null>
  desk: Desk
}

/** The graph, and what lies over it. */
export function Stage({ session, acts, frameRef, desk }: Props) {
  const { graph, view, picture, canvas } = session
  const empty = useStore(graph.store, (state) => state.graph.nodes.size === 0)
  const readOnly = useStore(session.edits.store, (state) => state.readOnly)
  const words = useStore(session.vocabulary.store, (state) => state.words)
  return (
    <main
      className="stage"
      aria-label="Graph"
      data-panel="graph"
      tabIndex={-1}
      onMouseDown={(event) => {
        // A button that moves the picture leaves the keyboard to the picture.
        if (!(event.target instanceof Element) || !event.target.closest('.zoom-controls')) return
        event.preventDefault()
        frameRef.current?.focus({ preventScroll: true })
      }}
    >
      <CanvasView
        {...{ graph, view, picture, canvas, acts, frameRef, words }}
        mayConnect={readOnly === null}
      />
      <StageBars session={session} onReview={() => desk.show({ kind: 'review', entry: null })} />
      <StageNote session={session} />
      {!empty && <Legend {...{ graph, view, words }} onNames={desk.showNames} />}
      <Minimap {...{ graph, canvas }} />
      {!empty && <ZoomControls />}
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
