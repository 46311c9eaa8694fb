import type { RefObject } from 'react'
import { useStore } from 'zustand'
import { DraftBar } from '../features/edit/panels'
import { PaceNote } from '../features/remote/panels'
import { CanvasView, Minimap } from '../features/canvas/panels'
import type { CanvasActs } from '../features/canvas'
import { FocusBar } from '../features/view/panels'
import { ComparedBar } from '../features/workspace/panels'
import { Legend } from '../features/picture/panels'
import type { Desk } from '../commands'
import { ActButton } from '../commands/panels'
import type { Session } from '../session'
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
      <StageBars {...{ session, desk }} />
      <StageNote session={session} />
      {!empty && <Legend {...{ graph, view, picture, words }} onNames={desk.showNames} />}
      <Minimap {...{ graph, canvas }} />
      {!empty && <ZoomControls />}
    </main>
  )
}

/** What is going on, over the graph. */
function StageBars({ session, desk }: { session: Session; desk: Desk }) {
  return (
    <div className="stage-bars">
      <DraftBar
        draft={session.draft}
        review={
          <ActButton act="review" look="main">
            Review…
          </ActButton>
        }
        toggle={(on) => (
          <ActButton act="draft" look="quiet">
            {on ? undefined : 'Resume draft'}
          </ActButton>
        )}
      />
      <ComparedBar
        view={session.view}
        comparison={session.comparison}
        onList={() => desk.show({ kind: 'differences' })}
      />
      <FocusBar
        graph={session.graph}
        view={session.view}
        end={
          <ActButton act="whole-graph" look="quiet">
            Show the whole graph
          </ActButton>
        }
      />
      <PaceNote remote={session.remote} onGiveUp={session.crawl.stop} />
    </div>
  )
}
